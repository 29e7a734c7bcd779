import {
  isSameObject,
  keyOf,
  type ApplySetRecord,
  type InventoryEntry,
  type ObjectKey,
  type ObjectStatus,
} from './applySet';
import type { Standing } from './outcome';
import { byApplyOrder, byDeleteOrder } from './order';

/**
 * What one attempt knows so far about the objects of a set, at any point where it may end.
 *
 * The inventory only loses an entry when the cluster has said that the object is gone. However the attempt ends, what
 * may stand on the cluster is in the inventory that it leaves.
 */
export class Progress implements Standing {
  readonly objects: ObjectStatus[];
  readonly inventory: InventoryEntry[];

  static ofApplying({ desired, inventory }: ApplySetRecord): Progress {
    const wanted = desired.map(keyOf).sort(byApplyOrder);
    const added = wanted.filter(
      key => !inventory.some(entry => isSameObject(entry, key)),
    );
    return new Progress(
      [...inventory, ...added],
      wanted.map(key => ({ ...key, state: 'pending' })),
    );
  }

  static ofDeleting({ inventory }: ApplySetRecord): Progress {
    return new Progress([...inventory], inventory.map(statusOfLeaving));
  }

  private constructor(inventory: InventoryEntry[], objects: ObjectStatus[]) {
    this.inventory = inventory;
    this.objects = objects;
  }

  /** What the inventory names and the set does not want (any more), dependants first. */
  get obsolete(): InventoryEntry[] {
    return this.inventory
      .filter(
        entry =>
          !this.objects.some(
            object =>
              isSameObject(object, entry) && object.state !== 'deleting',
          ),
      )
      .sort(byDeleteOrder);
  }

  /** @param missing - What it still lacks before it does its work. */
  applied(
    key: ObjectKey,
    live: Pick<InventoryEntry, 'uid' | 'fingerprint'>,
    missing?: string,
  ): void {
    const { uid, fingerprint } = live;
    replace(this.inventory, { ...key, uid, fingerprint });
    replace(this.objects, {
      ...key,
      state: missing ? 'applied' : 'healthy',
      message: missing,
    });
  }

  failed(key: ObjectKey, message: string): void {
    replace(this.objects, { ...key, state: 'failed', message });
  }

  /** It is being deleted, and still stands; `held` says what keeps it. */
  leaving(entry: InventoryEntry, held?: string): void {
    replace(this.inventory, entry);
    replace(this.objects, { ...statusOfLeaving(entry), message: held });
  }

  gone(key: ObjectKey): void {
    remove(this.inventory, key);
    remove(this.objects, key);
  }
}

function statusOfLeaving({
  uid: _,
  fingerprint: __,
  ...key
}: InventoryEntry): ObjectStatus {
  return { ...key, state: 'deleting' };
}

function replace<T extends ObjectKey>(list: T[], item: T): void {
  const index = list.findIndex(other => isSameObject(other, item));
  if (index < 0) list.push(item);
  else list[index] = item;
}

function remove<T extends ObjectKey>(list: T[], key: ObjectKey): void {
  const index = list.findIndex(other => isSameObject(other, key));
  if (index >= 0) list.splice(index, 1);
}
