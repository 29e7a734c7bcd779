import type { KubernetesClient } from '../clients/KubernetesClient';
import type { InventoryEntry } from '../domain/applySet';
import { byDeleteOrder } from '../domain/order';

/**
 * Deletes what an inventory names, dependants first, and answers what still stands.
 *
 * An object with another UID than the inventory's is somebody else's by now, and is left alone. An entry without a UID
 * was planned by a run that died before it could note it: the object carries our labels or was never created, and what is
 * there is taken by the UID that it has now.
 */
export async function deleteEntries(
  client: KubernetesClient,
  entries: readonly InventoryEntry[],
): Promise<InventoryEntry[]> {
  const left: InventoryEntry[] = [];
  for (const entry of [...entries].sort(byDeleteOrder)) {
    const live = await client.find(entry);
    const uid = live?.metadata.uid;
    if (!live || !uid || (entry.uid && entry.uid !== uid)) continue;
    if (!live.metadata.deletionTimestamp) await client.delete(entry, uid);
    if (await client.find(entry)) left.push({ ...entry, uid });
  }
  return left;
}
