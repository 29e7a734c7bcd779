import type { DesiredObject } from '@caas/plugin-clusters-common';
import {
  OtherObjectError,
  type KubernetesClient,
} from '../clients/KubernetesClient';
import {
  describeObject,
  isSameObject,
  keyOf,
  type ApplySetRecord,
} from '../domain/applySet';
import { fingerprintOf } from '../domain/fingerprint';
import { missingForHealth } from '../domain/health';
import type { LiveObject } from '../domain/LiveObject';
import { byApplyOrder } from '../domain/order';
import type { Outcome } from '../domain/outcome';
import { labelsOf, namespacesOf, refuseNamespace } from '../domain/ownership';
import { Progress } from '../domain/Progress';
import { deleteEntries } from './deleteEntries';
import type { Hold } from './Hold';
import { outcomeOfError } from './outcomeOfError';

/**
 * Brings a cluster to what one apply set wants, once.
 *
 * The order makes it survive a kill between any two steps: what may be created is written to the inventory *before* it is
 * created, so whatever stands on the cluster is in the inventory, and what the inventory names may or may not stand. A
 * second run applies the same objects again, which changes nothing.
 *
 * @throws TicketLostError when the set is somebody else's by now; then nothing may be written about it.
 */
export async function reconcileApplySet(
  set: ApplySetRecord,
  client: KubernetesClient,
  hold: Hold,
): Promise<Outcome> {
  const isDeleting = set.state === 'deleting';
  const progress = isDeleting
    ? Progress.ofDeleting(set)
    : Progress.ofApplying(set);
  try {
    if (!isDeleting) {
      const foreign = await findForeignNamespace(set, client, hold);
      if (foreign) {
        // Nothing was planned yet: the inventory stays what it was.
        return {
          kind: 'stalled',
          reason: 'ForeignNamespace',
          message: foreign,
          objects: progress.objects,
          inventory: set.inventory,
        };
      }
      await hold.recordInventory(progress.inventory);
      await applyObjects(set, client, hold, progress);
    }
    await deleteEntries(set, client, hold, progress);
    await lookAgain(client, hold, progress);
    return conclude(isDeleting, progress);
  } catch (error) {
    return outcomeOfError(error, progress);
  }
}

async function findForeignNamespace(
  set: ApplySetRecord,
  client: KubernetesClient,
  hold: Hold,
): Promise<string | undefined> {
  for (const key of namespacesOf(set)) {
    await hold.assert();
    const refusal = refuseNamespace(set, key, await client.find(key));
    if (refusal) return refusal;
  }
  return undefined;
}

async function applyObjects(
  set: ApplySetRecord,
  client: KubernetesClient,
  hold: Hold,
  progress: Progress,
): Promise<void> {
  const wanted = [...set.desired].sort((a, b) =>
    byApplyOrder(keyOf(a), keyOf(b)),
  );
  for (const object of wanted) {
    const key = keyOf(object);
    try {
      const known = progress.inventory.find(entry => isSameObject(entry, key));
      const labelled = withLabels(object, set.id);
      const live = await applyObject(labelled, known?.uid, client, hold);
      const { uid } = live.metadata;
      const left = { uid, fingerprint: fingerprintOf(live) };
      progress.applied(key, left, missingForHealth(live));
      // Somebody deletes it: it takes nothing in any more, and is made anew when it is gone.
      const isEnding = live.metadata.deletionTimestamp !== undefined;
      if (key.kind === 'Namespace' && isEnding) return;
    } catch (error) {
      progress.failed(key, (error as Error).message);
      throw error;
    }
  }
}

/**
 * A worker that slept must bring nothing back: the lease is asked for when the turn of the request has come, the clock when it
 * is sent, and the object is named by its UID. What is not there any more is made anew by whom still holds the set.
 */
async function applyObject(
  object: DesiredObject,
  uid: string | undefined,
  client: KubernetesClient,
  hold: Hold,
): Promise<LiveObject> {
  try {
    return await client.apply(object, { uid, guard: hold });
  } catch (error) {
    if (!(error instanceof OtherObjectError)) throw error;
    return client.apply(object, { guard: hold });
  }
}

/**
 * What was not healthy when it was applied may be by now, a quota most of all: one look at it saves another attempt with
 * all objects. Only what still is what was applied counts.
 */
async function lookAgain(
  client: KubernetesClient,
  hold: Hold,
  progress: Progress,
): Promise<void> {
  for (const { state, message: _, ...key } of [...progress.objects]) {
    if (state !== 'applied') continue;
    await hold.assert();
    const live = await client.find(key);
    const left = progress.inventory.find(entry => isSameObject(entry, key));
    if (!live || !left || live.metadata.uid !== left.uid) continue;
    if (fingerprintOf(live) !== left.fingerprint) continue;
    progress.applied(key, left, missingForHealth(live));
  }
}

function conclude(isDeleting: boolean, progress: Progress): Outcome {
  const { objects, inventory } = progress;
  const standing = { objects, inventory };
  const unhealthy = objects.find(({ state }) => state === 'applied');
  if (unhealthy) {
    const message = `${describeObject(unhealthy)}: ${unhealthy.message}`;
    return { kind: 'waiting', message, ...standing };
  }
  const leaving = objects.filter(({ state }) => state === 'deleting');
  if (leaving.length > 0) {
    const held = leaving.flatMap(each =>
      each.message ? `${describeObject(each)}: ${each.message}` : [],
    );
    const message = [
      `Waiting for the cluster to delete ${leaving.map(describeObject).join(', ')}`,
      ...held,
    ].join('. ');
    return { kind: 'waiting', message, ...standing };
  }
  return { kind: isDeleting ? 'deleted' : 'ready', ...standing };
}

function withLabels(object: DesiredObject, setId: string): DesiredObject {
  const labels = (object.metadata.labels ?? {}) as Record<string, string>;
  return {
    ...object,
    metadata: { ...object.metadata, labels: { ...labels, ...labelsOf(setId) } },
  };
}
