import { randomUUID } from 'node:crypto';
import { apiVersionOf, KINDS, type ResourceKind } from '../api/kinds';
import {
  alreadyExists,
  expired,
  modified,
  notFound,
  tooLarge,
} from '../api/ApiError';
import { DEFINITION } from '../customResources/definition';
import type { Journal } from './Journal';
import { KindRegistry } from './KindRegistry';
import type { KubernetesObject } from './KubernetesObject';
import { contentOf, isSame } from './sameness';
import { timestamp } from './timestamp';

export type WatchEvent = {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  kind: ResourceKind;
  object: KubernetesObject;
  /** What it was before a change or its end; a watch with a selector tells by it who came and who left. */
  before?: KubernetesObject;
  version: number;
};

/** How many changes a watch may lag behind before it is told `410 Gone`. */
const LOG_LENGTH = 5000;

const keyOfObject = (kind: ResourceKind, { metadata }: KubernetesObject) =>
  keyOf(kind, metadata.namespace, metadata.name);

/**
 * All objects of a cluster, with one counter of versions and a log of the last changes, as etcd keeps them.
 *
 * Every change is in the journal before the call returns, so that a killed sandbox loses nothing that it has answered.
 */
export class ObjectStore {
  private readonly objects = new Map<string, KubernetesObject>();
  private readonly log: WatchEvent[] = [];
  private readonly listeners = new Set<(event: WatchEvent) => void>();
  private version = 1;
  /** The kinds that objects here can be of. */
  readonly kinds = new KindRegistry();

  constructor(
    private readonly journal: Journal,
    readonly now: () => Date,
  ) {
    for (const { version, key, object } of journal.read()) {
      this.version = Math.max(this.version, version);
      if (object) this.objects.set(key, object);
      else this.objects.delete(key);
    }
    for (const definition of this.list(kindOf(DEFINITION))) {
      this.kinds.define(definition);
    }
    journal.compact(
      [...this.objects].map(([key, object]) => ({
        key,
        object,
        version: this.version,
      })),
    );
  }

  get resourceVersion(): string {
    return String(this.version);
  }

  get isEmpty(): boolean {
    return this.objects.size === 0;
  }

  find(
    kind: ResourceKind,
    namespace: string | undefined,
    name: string,
  ): KubernetesObject | undefined {
    return this.objects.get(keyOf(kind, namespace, name));
  }

  get(
    kind: ResourceKind,
    namespace: string | undefined,
    name: string,
  ): KubernetesObject {
    const object = this.find(kind, namespace, name);
    if (!object) throw notFound(kind, name);
    return object;
  }

  /** Objects of a kind, in the order of their keys. */
  list(kind: ResourceKind, namespace?: string): KubernetesObject[] {
    const prefix = keyOf(kind, namespace, '');
    return [...this.objects.keys()]
      .filter(key => key.startsWith(prefix))
      .sort()
      .map(key => this.objects.get(key)!);
  }

  /** Objects of a kind as they were at a version; throws `410 Gone` when what changed since is no longer known. */
  listAt(
    kind: ResourceKind,
    namespace: string | undefined,
    version: number,
  ): KubernetesObject[] {
    const objects = new Map(
      this.list(kind, namespace).map(object => [
        keyOfObject(kind, object),
        object,
      ]),
    );
    for (const event of this.since(version).reverse()) {
      const { object, before } = event;
      const isOurs =
        event.kind === kind &&
        (!namespace || object.metadata.namespace === namespace);
      if (!isOurs) continue;
      if (before) objects.set(keyOfObject(kind, before), before);
      else objects.delete(keyOfObject(kind, object));
    }
    return [...objects.keys()].sort().map(key => objects.get(key)!);
  }

  /** Refuses a version that this cluster has not reached, as a server does that waited for it in vain. */
  checkNotFuture(version: number): void {
    if (version > this.version) {
      throw tooLarge(version, this.version);
    }
  }

  create(kind: ResourceKind, object: KubernetesObject): KubernetesObject {
    const { name, namespace } = object.metadata;
    if (this.find(kind, namespace, name)) throw alreadyExists(kind, name);
    return this.write('ADDED', kind, this.fresh(kind, object));
  }

  /** A new object as it would be stored, but for its version. */
  fresh(kind: ResourceKind, object: KubernetesObject): KubernetesObject {
    return {
      ...object,
      kind: kind.kind,
      apiVersion: apiVersionOf(kind),
      metadata: {
        ...object.metadata,
        uid: randomUUID(),
        creationTimestamp: timestamp(this.now()),
        ...((hasSpec(object) || kind.schema) && { generation: 1 }),
      },
    };
  }

  /** Forgets how everything came to be: no watch reaches further back, as after a compaction of etcd. */
  compact(): void {
    this.log.length = 0;
  }

  /** Replaces an object. A `resourceVersion` in it must be the stored one; an unchanged object writes nothing. */
  update(kind: ResourceKind, object: KubernetesObject): KubernetesObject {
    const { name, namespace, resourceVersion } = object.metadata;
    const before = this.get(kind, namespace, name);
    if (
      resourceVersion &&
      resourceVersion !== before.metadata.resourceVersion
    ) {
      throw modified(kind, name);
    }
    const specChanged = kind.schema
      ? !isSame(contentOf(before), contentOf(object))
      : JSON.stringify(before.spec) !== JSON.stringify(object.spec);
    const next: KubernetesObject = {
      ...object,
      metadata: {
        ...object.metadata,
        uid: before.metadata.uid,
        creationTimestamp: before.metadata.creationTimestamp,
        resourceVersion: before.metadata.resourceVersion,
        ...(before.metadata.generation !== undefined && {
          generation: before.metadata.generation + (specChanged ? 1 : 0),
        }),
        ...(before.metadata.deletionTimestamp && {
          deletionTimestamp: before.metadata.deletionTimestamp,
        }),
      },
    };
    if (isSame(next, before)) {
      return before;
    }
    if (
      next.metadata.deletionTimestamp &&
      !next.metadata.finalizers?.length &&
      !next.spec?.finalizers?.length
    ) {
      return this.remove(kind, next);
    }
    return this.write('MODIFIED', kind, next, before);
  }

  remove(kind: ResourceKind, object: KubernetesObject): KubernetesObject {
    const { name, namespace } = object.metadata;
    const key = keyOf(kind, namespace, name);
    const before = this.objects.get(key);
    this.version += 1;
    this.journal.append({ version: this.version, key });
    this.objects.delete(key);
    if (kind.kind === DEFINITION) this.kinds.forget(object);
    const last = {
      ...object,
      metadata: { ...object.metadata, resourceVersion: this.resourceVersion },
    };
    this.publish({
      type: 'DELETED',
      kind,
      object: last,
      before,
      version: this.version,
    });
    return last;
  }

  /** Changes after `version`; throws `410 Gone` when they are no longer known. */
  since(version: number): WatchEvent[] {
    const oldest = this.log[0]?.version ?? this.version + 1;
    if (version < oldest - 1 || version > this.version) {
      throw expired(`too old resource version: ${version} (${oldest - 1})`);
    }
    return this.log.filter(event => event.version > version);
  }

  listen(listener: (event: WatchEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private write(
    type: 'ADDED' | 'MODIFIED',
    kind: ResourceKind,
    object: KubernetesObject,
    before?: KubernetesObject,
  ): KubernetesObject {
    this.version += 1;
    const { name, namespace } = object.metadata;
    const stored: KubernetesObject = {
      ...object,
      kind: kind.kind,
      apiVersion: apiVersionOf(kind),
      metadata: { ...object.metadata, resourceVersion: this.resourceVersion },
    };
    const key = keyOf(kind, namespace, name);
    this.journal.append({ version: this.version, key, object: stored });
    this.objects.set(key, stored);
    if (kind.kind === DEFINITION) this.kinds.define(stored);
    this.publish({ type, kind, object: stored, before, version: this.version });
    return stored;
  }

  private publish(event: WatchEvent): void {
    this.log.push(event);
    if (this.log.length > LOG_LENGTH) this.log.shift();
    for (const listener of this.listeners) listener(event);
  }
}

/** A kind that every cluster has, by its name. */
export function kindOf(name: string): ResourceKind {
  const kind = KINDS.find(candidate => candidate.kind === name);
  if (!kind) throw new Error(`The sandbox has no kind '${name}'`);
  return kind;
}

/** Where an object is stored; lists are in the order of these keys. */
export function keyOf(
  kind: ResourceKind,
  namespace: string | undefined,
  name: string,
): string {
  const scope = kind.namespaced ? namespace : undefined;
  const parts = [`${kind.group}/${kind.plural}`];
  if (scope) parts.push(scope);
  return `${parts.join('/')}/${name}`;
}

function hasSpec(object: KubernetesObject): boolean {
  return object.spec !== undefined && object.kind !== 'Namespace';
}
