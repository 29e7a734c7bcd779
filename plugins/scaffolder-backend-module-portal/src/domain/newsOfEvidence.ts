import type { Evidence } from '@caas/plugin-approvals-common';

/** What speaks for and against a request that is only tried, a line each, and what it would make. */
export function newsOfEvidence({ items, objects }: Evidence): string[] {
  return [
    ...items.map(
      ({ label, value, tone }) =>
        `${tone === 'warning' ? '⚠ ' : ''}${label['zh-CN']} / ${label.en}: ${value['zh-CN']} / ${value.en}`,
    ),
    ...objects.map(object => `将创建 / Would make: ${nameOf(object)}`),
  ];
}

function nameOf({ kind, metadata }: Record<string, unknown>): string {
  const { name, namespace } = (metadata ?? {}) as Record<string, unknown>;
  return [kind, [namespace, name].filter(Boolean).join('/')].join(' ');
}
