import type { ResourceKind } from '../api/ResourceKind';
import type { KubernetesObject } from '../storage/KubernetesObject';
import { kindOf, type ObjectStore } from '../storage/ObjectStore';

/**
 * One look of the controllers at the namespaces in which something changed, or in which something is due.
 *
 * What a controller decides depends on objects of one namespace, and now and then on a node or a volume; a change of
 * these brings the namespaces that depend on them into the pass.
 */
export class Pass {
  private readonly due = new Map<string, number>();
  private readonly orphaned = new Map<string, KubernetesObject[]>();

  constructor(
    readonly store: ObjectStore,
    readonly now: Date,
    readonly namespaces: readonly string[],
  ) {}

  /** Objects of a kind in these namespaces, as they stand at this moment, without those that are going. */
  list(name: string): KubernetesObject[] {
    const kind = kindOf(name);
    return this.namespaces.flatMap(namespace =>
      this.store
        .list(kind, namespace)
        .filter(({ metadata }) => !metadata.deletionTimestamp),
    );
  }

  /** Objects that no controller cares for, as they stood when this was asked for the first time. */
  orphans(kind: ResourceKind, namespace?: string): KubernetesObject[] {
    const key = `${kind.plural}/${namespace}`;
    const known = this.orphaned.get(key);
    if (known) return known;
    const orphans = this.store
      .list(kind, namespace)
      .filter(({ metadata }) =>
        (metadata.ownerReferences ?? []).every(({ controller }) => !controller),
      );
    this.orphaned.set(key, orphans);
    return orphans;
  }

  /** Has the controllers look at the namespace of an object again once that much time has gone by. */
  again({ metadata }: KubernetesObject, afterMs: number): void {
    const namespace = metadata.namespace ?? '';
    const at = this.now.getTime() + Math.max(afterMs, 1);
    this.due.set(namespace, Math.min(at, this.due.get(namespace) ?? at));
  }

  /** When which namespace is due, in milliseconds of the cluster's clock. */
  get wishes(): ReadonlyMap<string, number> {
    return this.due;
  }
}
