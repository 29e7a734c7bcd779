import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { connectDatabase } from '@caas/database-node';
import { NOW, later } from '../__testUtils__/applySets';
import type { RegistrationContent } from '../domain/registration';
import { DatabaseRegistrationStore } from './DatabaseRegistrationStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const CHEN = { actor: 'user:default/chen-jing', now: NOW };
const DR: RegistrationContent = {
  name: 'dr',
  title: '容灾集群',
  titleEn: 'Disaster recovery',
  environments: ['staging', 'prod'],
  region: 'Shanghai',
  url: 'https://10.0.0.3:6443',
  ca: '',
  sealedToken: 'v1.k1.sealed',
};

describe.each(databases.eachSupportedId())(
  'the store of registrations on %s',
  databaseId => {
    const start = async () => {
      const knex = await connectDatabase(
        mockServices.database({ knex: await databases.init(databaseId) }),
        '@caas/plugin-clusters-backend',
      );
      return { knex, store: DatabaseRegistrationStore.create({ knex }) };
    };

    it('keeps what was registered, by whom and when', async () => {
      const { store } = await start();
      const created = await store.create(DR, CHEN);
      expect(created).toEqual({
        ...DR,
        version: 1,
        updatedBy: CHEN.actor,
        updatedAt: NOW.toISOString(),
      });
      await store.create({ ...DR, name: 'a', region: undefined }, CHEN);
      expect(await store.find('dr')).toEqual(created);
      expect((await store.list()).map(({ name }) => name)).toEqual(['a', 'dr']);
      expect(await store.find('prod')).toBeUndefined();
    });

    it('takes a name once, also of two at once', async () => {
      const { store } = await start();
      const results = await Promise.allSettled([
        store.create(DR, CHEN),
        store.create({ ...DR, title: '另一个' }, CHEN),
      ]);
      expect(results.map(({ status }) => status).sort()).toEqual([
        'fulfilled',
        'rejected',
      ]);
      await expect(store.create(DR, CHEN)).rejects.toThrow(
        "A cluster is registered as 'dr' already: choose another name, or change that one",
      );
      expect(await store.list()).toHaveLength(1);
    });

    it('changes the version that was looked at, and no other; one of two at once', async () => {
      const { store } = await start();
      await store.create(DR, CHEN);
      const by = { actor: 'user:default/another', now: later(60) };
      const results = await Promise.allSettled([
        store.update({ ...DR, version: 1, title: '甲' }, by),
        store.update({ ...DR, version: 1, title: '乙' }, by),
      ]);
      expect(results.map(({ status }) => status).sort()).toEqual([
        'fulfilled',
        'rejected',
      ]);
      expect(await store.find('dr')).toMatchObject({
        version: 2,
        updatedBy: by.actor,
        updatedAt: by.now.toISOString(),
      });
      await expect(
        store.update({ ...DR, version: 1 }, CHEN),
      ).rejects.toMatchObject({ name: 'ConflictError' });
      await expect(
        store.remove({ name: 'dr', version: 1 }, CHEN),
      ).rejects.toThrow("The cluster 'dr' was changed or removed meanwhile");
      await expect(
        store.update({ ...DR, name: 'none', version: 1 }, CHEN),
      ).rejects.toMatchObject({ name: 'ConflictError' });
    });

    it('forgets the token of what is removed, and revives it under a version of its own', async () => {
      const { knex, store } = await start();
      await store.create(DR, CHEN);
      await store.remove({ name: 'dr', version: 1 }, CHEN);
      expect(await store.find('dr')).toBeUndefined();
      expect(await store.list()).toEqual([]);
      expect(await knex('clusters').first()).toMatchObject({
        name: 'dr',
        sealed_token: null,
        removed_at: NOW.toISOString(),
      });
      await expect(
        store.remove({ name: 'dr', version: 2 }, CHEN),
      ).rejects.toMatchObject({ name: 'ConflictError' });
      const again = await Promise.allSettled([
        store.create(DR, CHEN),
        store.create(DR, CHEN),
      ]);
      expect(again.map(({ status }) => status).sort()).toEqual([
        'fulfilled',
        'rejected',
      ]);
      expect(await store.find('dr')).toMatchObject({ ...DR, version: 3 });
    });

    it('seals a token anew only while it is the one that was read', async () => {
      const { store } = await start();
      await store.create(DR, CHEN);
      await store.reseal('dr', { before: DR.sealedToken, after: 'v1.k2.a' });
      await store.reseal('dr', { before: DR.sealedToken, after: 'v1.k2.b' });
      expect(await store.find('dr')).toMatchObject({
        sealedToken: 'v1.k2.a',
        version: 1,
      });
    });

    it.each([
      ['an address without TLS', { url: 'http://10.0.0.3' }],
      ['a version below one', { version: 0 }],
      ['no token while it is registered', { sealed_token: null }],
      ['a token after it was removed', { removed_at: NOW.toISOString() }],
    ])('has no room for %s', async (_, changes) => {
      const { knex, store } = await start();
      await store.create(DR, CHEN);
      await expect(knex('clusters').update(changes)).rejects.toThrow(/check/i);
    });
  },
);
