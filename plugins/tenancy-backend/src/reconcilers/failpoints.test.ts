import { TestDatabases } from '@backstage/backend-test-utils';
import { FakeClustersClient } from '../clients/FakeClustersClient';
import { amounts } from '../__testUtils__/definitions';
import { namespaceSubject } from '../__testUtils__/desk';
import { createPortal } from '../__testUtils__/portal';
import { createStores, LIFE_DEV, type Stores } from '../__testUtils__/stores';

/**
 * A kill at any point between approval and completion: before and after every call that reaches a database or the
 * clusters, once each. After a "restart" (everything that lived in memory is gone, the lease runs out) there must be
 * exactly one namespace with one share, ready, whose objects were written once.
 */
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

class Killed extends Error {
  name = 'Killed';
}

type Failpoint = { at: number; passed: number };

/** Every method of `target` passes two failpoints: one before it, one after its effect is stored. */
function withFailpoints<T extends object>(target: T, point: Failpoint): T {
  const pass = () => {
    point.passed += 1;
    if (point.passed === point.at) throw new Killed();
  };
  return new Proxy(target, {
    get(object, key, receiver) {
      const value = Reflect.get(object, key, receiver);
      if (typeof value !== 'function') return value;
      return async (...args: unknown[]) => {
        // A process that was killed does nothing more.
        if (point.passed >= point.at) throw new Killed();
        pass();
        const result = await value.apply(object, args);
        pass();
        return result;
      };
    },
  });
}

describe.each(databases.eachSupportedId())('a kill on %s', databaseId => {
  const runUntilKilled = async (
    stores: Stores,
    clusters: FakeClustersClient,
    at: number,
  ): Promise<boolean> => {
    const point = { at, passed: 0 };
    const portal = createPortal(
      {
        ...stores,
        tenants: withFailpoints(stores.tenants, point),
        ledger: withFailpoints(stores.ledger, point),
        namespaces: withFailpoints(stores.namespaces, point),
      },
      withFailpoints(clusters, point),
    );
    try {
      await portal.kind.reserve(namespaceSubject());
      await portal.kind.execute(namespaceSubject());
      await portal.after(0);
      await portal.kind.execute(namespaceSubject());
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
    return point.passed >= at;
  };

  it('at any point leaves exactly one namespace, once everything runs again', async () => {
    let kills = 0;
    for (let at = 1; ; at += 1) {
      const stores = await createStores(databases, databaseId);
      const clusters = new FakeClustersClient();
      const wasKilled = await runUntilKilled(stores, clusters, at);

      const portal = createPortal(stores, clusters);
      portal.advance(20);
      await portal.kind.reserve(namespaceSubject());
      let execution = await portal.kind.execute(namespaceSubject());
      for (let poll = 0; execution.state === 'working' && poll < 5; poll += 1) {
        await portal.after(15);
        execution = await portal.kind.execute(namespaceSubject());
      }
      expect({ at, execution }).toMatchObject({
        at,
        execution: { state: 'done' },
      });
      expect(await stores.namespaces.listAll()).toMatchObject([
        { name: 'life-policy-dev', state: 'ready', generation: 1 },
      ]);
      expect(await stores.ledger.find(LIFE_DEV)).toMatchObject({
        allocated: amounts(2, 4),
        requested: amounts(0, 0),
      });
      expect(clusters.applySets.size).toBe(1);
      expect(clusters.writes).toBe(1);
      await stores.knex.destroy();
      if (!wasKilled) break;
      kills += 1;
    }
    // Fewer would mean that the failpoints are not on the way any more.
    expect(kills).toBeGreaterThanOrEqual(14);
  }, 60_000);
});
