import {
  ClusterRefusedError,
  type KubernetesClient,
} from '../clients/KubernetesClient';
import type { ApplySetRecord } from '../domain/applySet';
import { heldBy } from '../domain/leaving';
import { isOwn, refuseDeletion } from '../domain/ownership';
import type { Progress } from '../domain/Progress';
import type { Hold } from './Hold';

/**
 * Deletes what the inventory names and the set does not want, dependants first.
 *
 * Only what the set put there: an object of the same name with another UID, or one that the inventory planned and that
 * somebody else made first, is left alone. The UID goes along, so that nothing else is deleted between look and call.
 */
export async function deleteEntries(
  set: Pick<ApplySetRecord, 'id' | 'tenant' | 'cluster'>,
  client: KubernetesClient,
  hold: Hold,
  progress: Progress,
): Promise<void> {
  for (const entry of progress.obsolete) {
    await hold.assert();
    const live = await client.find(entry);
    if (!live || !isOwn(live, entry, set.id)) {
      progress.gone(entry);
      continue;
    }
    const refusal = refuseDeletion(set, live, entry);
    if (refusal) throw new ClusterRefusedError(refusal);
    const uid = live.metadata.uid!;
    if (!live.metadata.deletionTimestamp) await client.delete(entry, uid, hold);
    const left = await client.find(entry);
    if (left?.metadata.uid !== uid) progress.gone(entry);
    else progress.leaving({ ...entry, uid }, heldBy(left));
  }
}
