import type { KubernetesObject } from './KubernetesObject';

/** Where an object is kept: its kind, and the namespace in it, name a bucket; keys are unique in the cluster. */
export type Place = { key: string; buckets: readonly string[] };

/** A set of keys in their order; a key finds its place by halving, so that thousands may come between two questions. */
class Bucket {
  private readonly order: string[] = [];

  get size(): number {
    return this.order.length;
  }

  get sorted(): readonly string[] {
    return this.order;
  }

  add(key: string): void {
    const place = this.placeOf(key);
    if (this.order[place] !== key) this.order.splice(place, 0, key);
  }

  delete(key: string): void {
    const place = this.placeOf(key);
    if (this.order[place] === key) this.order.splice(place, 1);
  }

  /** Where a key is, or would be. */
  private placeOf(key: string): number {
    let low = 0;
    let high = this.order.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.order[middle] < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * The objects of a cluster, and what is asked of all of them often: those of one kind in one namespace, in the order of
 * their keys; the one with a `uid`; those that belong to an owner; those that are going.
 *
 * None of these answers costs more than what it answers, so that a pass over 2,000 pods does not look at all of them for
 * each of their owners.
 */
export class ObjectIndex {
  private readonly objects = new Map<string, KubernetesObject>();
  private readonly buckets = new Map<string, Bucket>();
  private readonly keysByUid = new Map<string, string>();
  private readonly keysByOwner = new Map<string, Set<string>>();
  private readonly going = new Set<string>();

  get size(): number {
    return this.objects.size;
  }

  entries(): Iterable<[string, KubernetesObject]> {
    return this.objects;
  }

  get(key: string): KubernetesObject | undefined {
    return this.objects.get(key);
  }

  set({ key, buckets }: Place, object: KubernetesObject): void {
    this.forget(key);
    this.objects.set(key, object);
    for (const name of buckets) this.bucket(name).add(key);
    const { uid, ownerReferences, deletionTimestamp } = object.metadata;
    if (uid) this.keysByUid.set(uid, key);
    for (const owner of ownerReferences ?? []) {
      const keys = this.keysByOwner.get(owner.uid);
      if (keys) keys.add(key);
      else this.keysByOwner.set(owner.uid, new Set([key]));
    }
    if (deletionTimestamp) this.going.add(key);
  }

  delete({ key, buckets }: Place): void {
    this.forget(key);
    this.objects.delete(key);
    for (const name of buckets) this.buckets.get(name)?.delete(key);
  }

  /** Objects of a bucket, in the order of their keys. */
  list(bucket: string): KubernetesObject[] {
    return (this.buckets.get(bucket)?.sorted ?? []).map(key =>
      this.objects.get(key)!,
    );
  }

  count(bucket: string): number {
    return this.buckets.get(bucket)?.size ?? 0;
  }

  withUid(uid: string): KubernetesObject | undefined {
    const key = this.keysByUid.get(uid);
    return key === undefined ? undefined : this.objects.get(key);
  }

  /** What belongs to an owner, in the order of the keys. */
  ownedBy(uid: string): KubernetesObject[] {
    return this.objectsOf(this.keysByOwner.get(uid) ?? []);
  }

  /** The `uid`s that objects name as their owners, whether these are there or not. */
  owners(): string[] {
    return [...this.keysByOwner.keys()];
  }

  /** Objects that are being deleted and still wait for something. */
  terminating(): KubernetesObject[] {
    return this.objectsOf(this.going);
  }

  private objectsOf(keys: Iterable<string>): KubernetesObject[] {
    return [...keys].sort().map(key => this.objects.get(key)!);
  }

  private bucket(name: string): Bucket {
    const found = this.buckets.get(name);
    if (found) return found;
    const bucket = new Bucket();
    this.buckets.set(name, bucket);
    return bucket;
  }

  /** Takes what an object said about itself out of the answers, before it says something else. */
  private forget(key: string): void {
    const before = this.objects.get(key);
    if (!before) return;
    const { uid, ownerReferences } = before.metadata;
    if (uid) this.keysByUid.delete(uid);
    this.going.delete(key);
    for (const owner of ownerReferences ?? []) {
      const keys = this.keysByOwner.get(owner.uid);
      keys?.delete(key);
      if (keys?.size === 0) this.keysByOwner.delete(owner.uid);
    }
  }
}
