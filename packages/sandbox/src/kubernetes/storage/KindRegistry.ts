import { KINDS } from '../api/kinds';
import type { ResourceKind } from '../api/ResourceKind';
import { customKindsOf } from '../customResources/customKinds';
import type { KubernetesObject } from './KubernetesObject';

/** The kinds that a cluster serves: those that every cluster has, and those of its custom resource definitions. */
export class KindRegistry {
  private readonly custom = new Map<string, ResourceKind[]>();
  private known: readonly ResourceKind[] = KINDS;
  private readonly byObject = new Map<string, ResourceKind>();

  get all(): readonly ResourceKind[] {
    return this.known;
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

  /** The kind of a stored object, also when its version is no longer served. */
  of({ apiVersion, kind: name }: KubernetesObject): ResourceKind {
    const key = `${apiVersion}/${name}`;
    const found = this.byObject.get(key) ?? this.search(apiVersion, name);
    if (!found) throw new Error(`The cluster has no ${name} in ${apiVersion}`);
    this.byObject.set(key, found);
    return found;
  }

  private search(apiVersion: string, name: string): ResourceKind | undefined {
    const [version, group = ''] = apiVersion.split('/').reverse();
    const kinds = this.all.filter(
      kind => kind.kind === name && kind.group === group,
    );
    return kinds.find(kind => kind.version === version) ?? kinds[0];
  }

  /** The kinds that a definition gives; those of its former self go. */
  define(definition: KubernetesObject): void {
    const { name } = definition.metadata;
    const kinds = customKindsOf(definition);
    // Watches know their kind by identity: it stays the same until the definition says something else.
    if (JSON.stringify(kinds) === JSON.stringify(this.custom.get(name))) return;
    this.custom.set(name, kinds);
    this.refresh();
  }

  forget({ metadata }: KubernetesObject): void {
    this.custom.delete(metadata.name);
    this.refresh();
  }

  private refresh(): void {
    this.known = [...KINDS, ...[...this.custom.values()].flat()];
    this.byObject.clear();
  }
}
