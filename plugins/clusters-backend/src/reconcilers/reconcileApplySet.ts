import { LABELS, type DesiredObject } from '@caas/plugin-clusters-common';
import {
  ClusterUnavailableError,
  FieldConflictError,
  type KubernetesClient,
  type LiveObject,
} from '../clients/KubernetesClient';
import {
  describeObject,
  isSameObject,
  keyOf,
  type ApplySetRecord,
  type InventoryEntry,
  type ObjectStatus,
} from '../domain/applySet';
import { tenantOf } from '../domain/guardRails';
import { missingForHealth } from '../domain/health';
import { byApplyOrder } from '../domain/order';
import type { Outcome } from '../domain/outcome';
import { deleteEntries } from './deleteEntries';

/** The worker lost its ticket: somebody else has the row, and nothing may be written any more. */
export class TicketLostError extends Error {
  override name = 'TicketLostError';
}

/**
 * Brings a cluster to what one apply set wants, once.
 *
 * The order makes it survive a kill between any two steps: what may be created is written to the inventory *before* it is
 * created, so whatever stands on the cluster is in the inventory, and what the inventory names may or may not stand. A
 * second run applies the same objects again, which changes nothing.
 *
 * @param recordInventory - Writes the inventory while the ticket is still the worker's own, and answers whether it was.
 */
export async function reconcileApplySet(
  set: ApplySetRecord,
  client: KubernetesClient,
  recordInventory: (inventory: InventoryEntry[]) => Promise<boolean>,
): Promise<Outcome> {
  const objects: ObjectStatus[] = [];
  try {
    if (set.state === 'deleting') {
      const left = await deleteEntries(client, set.inventory);
      return left.length === 0
        ? { kind: 'deleted' }
        : {
            kind: 'waiting',
            message: `Waiting for ${left.length} objects to go`,
            objects: left.map(entry => ({ ...entry, state: 'deleting' })),
            inventory: left,
          };
    }
    const foreign = await findForeignNamespace(set, client);
    if (foreign) {
      return { kind: 'stalled', reason: 'ForeignNamespace', message: foreign };
    }
    const planned = planInventory(set);
    if (!(await recordInventory(planned))) throw new TicketLostError();

    const wanted = [...set.desired].sort((a, b) =>
      byApplyOrder(keyOf(a), keyOf(b)),
    );
    const inventory: InventoryEntry[] = [];
    for (const object of wanted) {
      const live = await client.apply(withLabels(object, set.id));
      const key = keyOf(object);
      const missing = missingForHealth(live);
      inventory.push({ ...key, uid: live.metadata.uid });
      objects.push({
        ...key,
        state: missing ? 'applied' : 'healthy',
        ...(missing && { message: missing }),
      });
    }
    const obsolete = planned.filter(
      entry => !inventory.some(kept => isSameObject(kept, entry)),
    );
    const left = await deleteEntries(client, obsolete);
    inventory.push(...left);
    return conclude(objects, left, inventory);
  } catch (error) {
    return outcomeOfError(error, objects);
  }
}

function conclude(
  objects: ObjectStatus[],
  left: InventoryEntry[],
  inventory: InventoryEntry[],
): Outcome {
  const unhealthy = objects.filter(object => object.state !== 'healthy');
  const all: ObjectStatus[] = [
    ...objects,
    ...left.map(entry => ({ ...entry, state: 'deleting' as const })),
  ];
  if (unhealthy.length === 0 && left.length === 0) {
    return { kind: 'ready', objects: all, inventory };
  }
  const [first] = unhealthy;
  const message = first
    ? `${describeObject(first)}: ${first.message}`
    : `Waiting for ${left.length} objects to go`;
  return { kind: 'waiting', message, objects: all, inventory };
}

/**
 * A namespace that stands on the cluster and is not of this set's tenant, or that the portal did not make, in a sentence.
 * Nothing is adopted: taking over a namespace that somebody filled would put their work under our quota.
 */
async function findForeignNamespace(
  set: ApplySetRecord,
  client: KubernetesClient,
): Promise<string | undefined> {
  const names = new Set(
    set.desired.map(object =>
      object.kind === 'Namespace'
        ? object.metadata.name
        : object.metadata.namespace!,
    ),
  );
  for (const name of names) {
    const key = { apiVersion: 'v1', kind: 'Namespace', name };
    const live = await client.find(key);
    const isOwn = set.desired.some(object => isSameObject(keyOf(object), key));
    if (!live) {
      if (isOwn) continue;
      return `Namespace '${name}' does not stand on cluster '${set.cluster}', and this apply set does not make it`;
    }
    if (tenantOf(live) !== set.tenant) {
      return `Namespace '${name}' on cluster '${set.cluster}' belongs to ${ownerOf(live)}: it was there before, and is not taken over`;
    }
    const isKnown = set.inventory.some(entry => isSameObject(entry, key));
    if (isOwn && !isKnown && live.metadata.labels?.[LABELS.partOf] !== set.id) {
      return `Namespace '${name}' on cluster '${set.cluster}' was not made by this apply set, and is not taken over`;
    }
  }
  return undefined;
}

const ownerOf = (live: LiveObject) => {
  const tenant = tenantOf(live);
  return tenant ? `the tenant '${tenant}'` : 'nobody the portal knows';
};

/** What may stand on the cluster from now on: what stood, and what is wanted. */
function planInventory(set: ApplySetRecord): InventoryEntry[] {
  const added = set.desired
    .map(keyOf)
    .filter(key => !set.inventory.some(entry => isSameObject(entry, key)));
  return [...set.inventory, ...added];
}

function withLabels(object: DesiredObject, setId: string): DesiredObject {
  const labels = (object.metadata.labels ?? {}) as Record<string, string>;
  return {
    ...object,
    metadata: {
      ...object.metadata,
      labels: {
        ...labels,
        [LABELS.partOf]: setId,
        [LABELS.managedBy]: 'caas-portal',
      },
    },
  };
}

function outcomeOfError(error: unknown, objects: ObjectStatus[]): Outcome {
  if (error instanceof TicketLostError) throw error;
  const { message } = error as Error;
  if (error instanceof ClusterUnavailableError) {
    return { kind: 'retry', error: message, objects };
  }
  if (error instanceof FieldConflictError) {
    return { kind: 'stalled', reason: 'FieldConflict', message, objects };
  }
  if ((error as Error).name === 'ClusterRefusedError') {
    return { kind: 'stalled', reason: 'Refused', message, objects };
  }
  return { kind: 'retry', error: message, objects };
}
