import type { NavContentNavItem } from '@backstage/plugin-app-react';

/** The groups of the sidebar, in the order of a working day; each has a heading. */
export type NavGroupName =
  'workbench' | 'develop' | 'resources' | 'governance' | 'more';

/** A group that has something to show. */
export type NavGroup = { name: NavGroupName; items: NavContentNavItem[] };

/** Which plugins stand in which group, and in which order. What is not named here falls under "more". */
const MEMBERS: [NavGroupName, string[]][] = [
  ['workbench', ['home', 'approvals']],
  [
    'develop',
    ['catalog', 'scaffolder', 'api-docs', 'techdocs', 'releases', 'knowledge'],
  ],
  ['resources', ['tenancy', 'clusters', 'images', 'middleware']],
  ['governance', ['audit']],
  ['more', []],
];

/** Pages that are reached otherwise: by the items at the foot of the bar, or from an entity. */
const ELSEWHERE = new Set([
  'search',
  'notifications',
  'user-settings',
  'catalog-graph',
  'catalog-import',
  'app-visualizer',
  'auth',
]);

const groupOf = new Map(
  MEMBERS.flatMap(([name, plugins]) =>
    plugins.map((plugin, position) => [plugin, { name, position }] as const),
  ),
);

/**
 * Puts pages into groups by their plugin, and leaves out empty groups. Plugins that nobody has placed stand under
 * "more", by title.
 */
export function groupNavItems(items: NavContentNavItem[]): NavGroup[] {
  const shown = items
    .filter(item => !ELSEWHERE.has(pluginOf(item)))
    .sort(
      (a, b) =>
        positionOf(a) - positionOf(b) || a.title.localeCompare(b.title, 'zh'),
    );
  return MEMBERS.map(([name]) => ({
    name,
    items: shown.filter(
      item => (groupOf.get(pluginOf(item))?.name ?? 'more') === name,
    ),
  })).filter(group => group.items.length > 0);
}

function pluginOf(item: NavContentNavItem): string {
  return item.node.spec.plugin.pluginId;
}

function positionOf(item: NavContentNavItem): number {
  return groupOf.get(pluginOf(item))?.position ?? Number.MAX_SAFE_INTEGER;
}
