import type { Tenant } from './tenant';

type State = Tenant['state'];

/** Which state may follow which. The same state again is no change. */
const NEXT: Record<State, readonly State[]> = {
  active: ['suspended', 'closed'],
  suspended: ['active', 'closed'],
  closed: ['active'],
};

/** Why a tenant cannot get a state; undefined when it can, or has it. */
export function whyNotState(from: State, to: State): string | undefined {
  if (from === to || NEXT[from].includes(to)) return undefined;
  return `A tenant that is ${from} cannot become ${to}; it can become ${NEXT[from].join(' or ')}`;
}

/** Said when a tenant still has namespaces and shall be closed. */
export function namespacesInTheWaySentence(
  code: string,
  names: readonly string[],
  count: number,
): string {
  const more = count > names.length ? ` and ${count - names.length} more` : '';
  return `Tenant '${code}' cannot be closed while it has namespaces: ${names.join(', ')}${more}. Have them deleted first`;
}

/** Said when something is to change in a tenant that is closed. */
export function closedSentence(code: string): string {
  return `Tenant '${code}' is closed and does not change any more. Ask a platform administrator to reopen it`;
}
