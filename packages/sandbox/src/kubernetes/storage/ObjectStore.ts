import { randomUUID } from 'node:crypto';
import { apiVersionOf, KINDS } from '../api/kinds';
import type { ResourceKind } from '../api/ResourceKind';
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
import { hasGeneration, isNewGeneration } from './generation';
import { bucketOf, bucketsOf, keyOf } from './keys';
import { ObjectIndex } from './ObjectIndex';
import { isSame } from './sameness';
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
  private readonly objects = new ObjectIndex();
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
      const place = { key, buckets: bucketsOf(key) };
      if (object) this.objects.set(place, object);
      else this.objects.delete(place);
    }
    for (const definition of this.list(kindOf(DEFINITION))) {
      this.kinds.define(definition);
    }
    journal.compact(
      [...this.objects.entries()].map(([key, object]) => ({
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
    return this.objects.list(bucketOf(kind, namespace));
  }

  /** How many objects of a kind there are. */
  count(kind: ResourceKind, namespace?: string): number {
    return this.objects.count(bucketOf(kind, namespace));
  }

  /** The object with this `uid`, whatever it is. */
  withUid(uid: string): KubernetesObject | undefined {
    return this.objects.withUid(uid);
  }

  /** Objects that name this `uid` as one of their owners; with a kind only those of it. */
  ownedBy(uid: string | undefined, kind?: ResourceKind): KubernetesObject[] {
    const owned = this.objects.ownedBy(uid ?? '');
    return kind ? owned.filter(object => object.kind === kind.kind) : owned;
  }

  /** The `uid`s that objects name as their owners, whether these are there or not. */
  owners(): string[] {
    return this.objects.owners();
  }

  /** Objects that are being deleted and still wait for something. */
  terminating(): KubernetesObject[] {
    return this.objects.terminating();
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
        uid: object.metadata.uid ?? randomUUID(),
        creationTimestamp: timestamp(this.now()),
        ...(hasGeneration(kind, object) && { generation: 1 }),
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
    const next: KubernetesObject = {
      ...object,
      metadata: {
        ...object.metadata,
        uid: before.metadata.uid,
        creationTimestamp: before.metadata.creationTimestamp,
        resourceVersion: before.metadata.resourceVersion,
        ...(before.metadata.generation !== undefined && {
          generation:
            before.metadata.generation +
            Number(isNewGeneration(kind, before, object)),
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
    this.objects.delete({ key, buckets: bucketsOf(key) });
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
    this.objects.set({ key, buckets: bucketsOf(key) }, stored);
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

const BY_NAME = new Map(KINDS.map(kind => [kind.kind, kind] as const));

/** A kind that every cluster has, by its name. */
export function kindOf(name: string): ResourceKind {
  const kind = BY_NAME.get(name);
  if (!kind) throw new Error(`The sandbox has no kind '${name}'`);
  return kind;
}
