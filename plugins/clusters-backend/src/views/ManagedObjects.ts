import { LABELS } from '@caas/plugin-clusters-common';
import type { ObjectKey } from '../domain/applySet';
import { collectionOf } from '../domain/managedKinds';
import type { SeenObject, SeenObjects } from '../domain/SeenObjects';
import { ManagedKind, type ManagedListener } from './ManagedKind';

type Options = ManagedListener & {
  /** Follows a kind from now on. */
  follow(kind: ManagedKind): void;
  /** Whether all of what stands at this path is in view. */
  isCurrent(path: string): boolean;
};

/**
 * The objects of apply sets on one cluster.
 *
 * A kind is followed when a set asks for it, so that a cluster keeps no stream open for what nobody wants; those that the
 * view follows for people as well are told from the same stream.
 */
export class ManagedObjects implements SeenObjects {
  private readonly kinds = new Map<string, ManagedKind>();

  constructor(private readonly options: Options) {}

  /** For somebody who follows all objects of a kind anyway, and hands them on. */
  share(kind: string, path: string): ManagedKind {
    const shared = new ManagedKind(path, kind, this.options);
    this.kinds.set(path, shared);
    return shared;
  }

  find(key: ObjectKey): SeenObject | undefined {
    const collection = collectionOf(key);
    if (!collection) return undefined;
    const kind = this.kinds.get(collection) ?? this.follow(key, collection);
    return this.options.isCurrent(kind.path)
      ? kind.find(key.name, key.namespace)
      : undefined;
  }

  private follow({ kind }: ObjectKey, collection: string): ManagedKind {
    const path = `${collection}?labelSelector=${encodeURIComponent(LABELS.partOf)}`;
    const followed = new ManagedKind(path, kind, this.options);
    this.kinds.set(collection, followed);
    this.options.follow(followed);
    return followed;
  }
}
