/** One rule of a role. */
export type Rule = {
  verbs: readonly string[];
  apiGroups?: readonly string[];
  resources?: readonly string[];
  resourceNames?: readonly string[];
  nonResourceURLs?: readonly string[];
};

/** What somebody wants to do: to a resource, or with a path beside them. */
export type Action = {
  verb: string;
  group?: string;
  /** With its subresource, as in `deployments/scale`. */
  resource?: string;
  namespace?: string;
  name?: string;
  path?: string;
};

const has = (list: readonly string[], wanted: string) =>
  list.includes('*') || list.includes(wanted);

/** Whether the rule allows the action. */
export function permits(rule: Rule, action: Action): boolean {
  const { verb, group = '', resource, name, path } = action;
  if (!has(rule.verbs, verb)) return false;
  if (path !== undefined) {
    return (rule.nonResourceURLs ?? []).some(
      url =>
        url === path ||
        (url.endsWith('*') && path.startsWith(url.slice(0, -1))),
    );
  }
  if (!has(rule.apiGroups ?? [], group)) return false;
  const names = rule.resourceNames ?? [];
  if (names.length > 0 && !names.includes(name ?? '')) return false;
  const subresource = resource?.split('/')[1];
  return (
    has(rule.resources ?? [], resource ?? '') ||
    (subresource !== undefined &&
      (rule.resources ?? []).includes(`*/${subresource}`))
  );
}
