import { apiVersionOf, KINDS, type ResourceKind } from '../api/kinds';
import { customKindsOf } from '../customResources/customKinds';
import type { KubernetesObject } from './KubernetesObject';

/** The kinds that a cluster serves: those that every cluster has, and those of its custom resource definitions. */
export class KindRegistry {
  private readonly custom = new Map<string, ResourceKind[]>();

  get all(): readonly ResourceKind[] {
    return [...KINDS, ...[...this.custom.values()].flat()];
  }

  find(
    group: string,
    version: string,
    plural: string,
  ): ResourceKind | undefined {
    return this.all.find(
      kind =>
        kind.group === group &&
        kind.version === version &&
        kind.plural === plural,
    );
  }

  /** The kind of a stored object. */
  of({ apiVersion, kind: name }: KubernetesObject): ResourceKind {
    const kind = this.all.find(
      candidate =>
        candidate.kind === name && apiVersionOf(candidate) === apiVersion,
    );
    if (!kind) throw new Error(`The cluster has no ${name} in ${apiVersion}`);
    return kind;
  }

  /** The kinds that a definition gives; those of its former self go. */
  define(definition: KubernetesObject): void {
    const { name } = definition.metadata;
    const kinds = customKindsOf(definition);
    // Watches know their kind by identity: it stays the same until the definition says something else.
    if (JSON.stringify(kinds) === JSON.stringify(this.custom.get(name))) return;
    this.custom.set(name, kinds);
  }

  forget({ metadata }: KubernetesObject): void {
    this.custom.delete(metadata.name);
  }
}
