import { TestDatabases } from '@backstage/backend-test-utils';
import { createStores, NOW } from '../__testUtils__/desk';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const kind = (name: string, en = 'Make') => ({
  kind: name,
  title: { 'zh-CN': '创建', en },
  description: { 'zh-CN': '创建一个', en: 'Make one' },
});

describe.each(databases.eachSupportedId())(
  'request kinds on %s',
  databaseId => {
    const start = async () => {
      const { kinds } = await createStores(databases, databaseId);
      const names = async () => (await kinds.list()).map(found => found.kind);
      return { kinds, names };
    };

    it('are what their plugin said last, said as often as it likes', async () => {
      const { kinds, names } = await start();
      const both = [kind('other.make'), kind('other.break')];
      for (let times = 0; times < 3; times += 1) {
        await kinds.announce('other', both, NOW);
      }
      expect(await names()).toEqual(['demo.make', 'other.break', 'other.make']);
      await kinds.announce('other', [kind('other.make', 'Produce')], NOW);
      expect(await names()).toEqual(['demo.make', 'other.make']);
      expect(await kinds.find('other.make')).toEqual({
        ...kind('other.make', 'Produce'),
        pluginId: 'other',
      });
      await kinds.announce('other', [], NOW);
      expect(await names()).toEqual(['demo.make']);
      expect(await kinds.find('other.make')).toBeUndefined();
    });

    it('cannot be taken from another plugin, and nothing of such an announcement is kept', async () => {
      const { kinds, names } = await start();
      await expect(
        kinds.announce('thief', [kind('thief.own'), kind('demo.make')], NOW),
      ).rejects.toMatchObject({
        name: 'ConflictError',
        message: "The request kind 'demo.make' belongs to the plugin 'demo'",
      });
      expect(await names()).toEqual(['demo.make']);
      expect((await kinds.find('demo.make'))?.pluginId).toBe('demo');
    });

    it('may be announced by several replicas at once', async () => {
      const { kinds, names } = await start();
      await Promise.all(
        Array.from({ length: 8 }, () =>
          kinds.announce(
            'other',
            [kind('other.make'), kind('other.break')],
            NOW,
          ),
        ),
      );
      expect(await names()).toEqual(['demo.make', 'other.break', 'other.make']);
    });
  },
);
