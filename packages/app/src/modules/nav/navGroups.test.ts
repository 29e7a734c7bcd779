import { groupNavItems } from './navGroups';
import { navItem } from './navItems.testing';

const grouped = (...plugins: string[]) =>
  groupNavItems(plugins.map(plugin => navItem(plugin))).map(
    ({ name, items }) => [name, items.map(item => item.title)],
  );

describe('groupNavItems', () => {
  it('puts pages into the order of a working day', () => {
    expect(
      grouped(
        'audit',
        'clusters',
        'tenancy',
        'techdocs',
        'api-docs',
        'scaffolder',
        'catalog',
        'approvals',
        'home',
      ),
    ).toEqual([
      ['workbench', ['home', 'approvals']],
      ['develop', ['catalog', 'scaffolder', 'api-docs', 'techdocs']],
      ['resources', ['tenancy', 'clusters']],
      ['governance', ['audit']],
    ]);
  });

  it('keeps a plugin that nobody has placed, by title, under "more"', () => {
    expect(grouped('zoo', 'home', 'apple')).toEqual([
      ['workbench', ['home']],
      ['more', ['apple', 'zoo']],
    ]);
  });

  it('leaves out what is reached otherwise', () => {
    expect(grouped('search', 'user-settings', 'notifications')).toEqual([]);
  });
});
