import type { TestDatabases } from '@backstage/backend-test-utils';
import { ClusterAdmin, startSandbox, type Sandbox } from '@caas/sandbox';
import type { DatabaseApplySetStore } from '../database/DatabaseApplySetStore';
import { createStore, namespace, setOf } from './applySets';
import { clientOf, createPortal } from './portal';

/** A sandbox for the tests of a file, and for each of them a portal with a database of its own. */
export function useSandbox(databases: TestDatabases) {
  const bench = {} as {
    sandbox: Sandbox;
    admin: ClusterAdmin;
    sets: DatabaseApplySetStore;
    portal: ReturnType<typeof createPortal>;
  };
  beforeAll(async () => {
    bench.sandbox = await startSandbox({});
    bench.admin = new ClusterAdmin(bench.sandbox.clusters.nonprod);
  });
  afterAll(() => bench.sandbox.close());
  beforeEach(async () => {
    const { sets } = await createStore(databases, 'SQLITE_3');
    const client = clientOf(bench.sandbox.clusters.nonprod);
    bench.sets = sets;
    bench.portal = createPortal(sets, { nonprod: client });
  });
  return bench;
}

/** The objects of `setOf`, as the cluster knows them. */
export const space = (name: string) => ({ kind: 'Namespace', name });
export const settings = (name: string) => ({
  kind: 'ConfigMap',
  namespace: name,
  name: 'settings',
});
export const limit = (name: string) => ({
  kind: 'ResourceQuota',
  namespace: name,
  name: 'quota',
});

/** The same set, with nothing but its namespace. */
export const onlySpace = (name: string) =>
  setOf(name, { generation: 2, objects: [namespace(name)] });
