import type {
  NavContentComponentProps,
  NavContentNavItem,
} from '@backstage/plugin-app-react';

/** A page as the app hands it to the navigation. */
export function navItem(pluginId: string, title = pluginId): NavContentNavItem {
  // The navigation reads nothing else of a page.
  // An item of the app holds much more; the navigation reads these fields alone.
  return {
    node: { spec: { id: `page:${pluginId}`, plugin: { pluginId } } },
    href: pluginId === 'home' ? '/' : `/${pluginId}`,
    title,
    icon: <svg />,
    routeRef: {},
  } as unknown as NavContentNavItem;
}

/** The pages as the app hands them to the navigation. */
export function navItemsOf(
  items: NavContentNavItem[],
): NavContentComponentProps['navItems'] {
  const navItems = { rest: () => items, clone: () => navItems };
  // The navigation asks for nothing else.
  return navItems as unknown as NavContentComponentProps['navItems'];
}
