import { LABELS, type ApplySetInput } from '@caas/plugin-clusters-common';
import type { KubernetesClient } from '../../clients/KubernetesClient';
import type { ApplySetStore } from '../../database/ApplySetStore';
import { describeObject, keyOf } from '../../domain/applySet';
import { collectionOf } from '../../domain/managedKinds';

const KINDS = [
  { apiVersion: 'v1', kind: 'Namespace' },
  { apiVersion: 'v1', kind: 'ResourceQuota' },
  { apiVersion: 'v1', kind: 'LimitRange' },
  { apiVersion: 'v1', kind: 'ServiceAccount' },
  { apiVersion: 'v1', kind: 'ConfigMap' },
  { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' },
  { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role' },
  { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'RoleBinding' },
];

type Standing = { what: string; setId: string; uid: string };

/** Every object on a cluster that carries the label of an apply set: `ResourceQuota 'life-a/quota'`. */
export async function standing(client: KubernetesClient): Promise<Standing[]> {
  const found: Standing[] = [];
  for (const kind of KINDS) {
    const collection = collectionOf({ ...kind, name: '' });
    const path = `${collection}?labelSelector=${encodeURIComponent(LABELS.partOf)}`;
    let continueToken: string | undefined;
    do {
      const page = await client.list(path, { limit: 500, continueToken });
      for (const { metadata } of page.items) {
        const { name, namespace, uid, labels } = metadata;
        const key = { ...kind, name: name!, namespace };
        const setId = labels![LABELS.partOf];
        found.push({ what: describeObject(key), setId, uid: uid! });
      }
      ({ continueToken } = page);
    } while (continueToken);
  }
  return found;
}

/**
 * That what stands is what is wanted: every object of every set and no other (no orphan), each the one that the set says
 * it made (no second one), and every set ready.
 */
export async function expectDesired(
  sets: ApplySetStore,
  client: KubernetesClient,
  inputs: ApplySetInput[],
): Promise<void> {
  const rows = await Promise.all(
    inputs.map(({ cluster, id }) => sets.find(cluster, id)),
  );
  const lagging = rows.filter(
    (row, index) =>
      row?.state !== 'ready' ||
      row.observedGeneration !== inputs[index].generation,
  );
  expect(
    lagging.map(row => `${row?.id} ${row?.state}: ${row?.lastError ?? ''}`),
  ).toEqual([]);
  const wanted = inputs.flatMap(({ id, objects }) =>
    objects.map(object => `${id}: ${describeObject(keyOf(object))}`),
  );
  const found = await standing(client);
  expect(found.map(({ setId, what }) => `${setId}: ${what}`).sort()).toEqual(
    wanted.sort(),
  );
  const made = rows.flatMap(row => row!.inventory.map(({ uid }) => uid));
  expect(made.sort()).toEqual(found.map(({ uid }) => uid).sort());
}
