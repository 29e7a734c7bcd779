import { LABELS } from '@caas/plugin-clusters-common';
import type { WatchChange } from '../clients/KubernetesClient';
import { fingerprintOf } from '../domain/fingerprint';
import { missingForHealth } from '../domain/health';
import type { LiveObject } from '../domain/LiveObject';
import { apiVersionAt } from '../domain/managedKinds';
import type { FoundObject, SeenObject } from '../domain/SeenObjects';
import { Collection, type Seen } from './Collection';
import type { Follower } from './followResource';

type Managed = SeenObject & Seen;

/** Who must be told of objects. */
export type ManagedListener = {
  /** Somebody changed an object of this apply set. */
  onTouched(setId: string): void;
  /** An object came into view that the portal put there, lately or long ago. */
  onFound(found: FoundObject): void;
};

/**
 * The objects of one kind that carry the label of an apply set, and who must be told when one changes.
 *
 * Only a change to what the portal owns is told, or to how healthy an object is, whoever made it. When the set is woken by
 * its own apply, it finds all as it left it, which costs no request.
 */
export class ManagedKind implements Follower {
  private shown = new Collection<Managed>();
  private draft = new Collection<Managed>();

  constructor(
    /** The collection, with the selector of the label unless somebody else follows all of it anyway. */
    readonly path: string,
    /** Of this kind, for lists: their items do not say it themselves. */
    private readonly kind: string,
    private readonly listener: ManagedListener,
  ) {}

  find(name: string, namespace?: string): SeenObject | undefined {
    return this.shown.find(name, namespace);
  }

  begin(): void {
    this.draft = new Collection();
  }

  add(page: LiveObject[]): void {
    for (const object of page) {
      const managed = this.trim(object);
      if (managed) this.draft.put(managed);
    }
  }

  /** What changed while nobody looked is told as well. */
  complete(): void {
    const before = this.shown;
    this.shown = this.draft;
    this.draft = new Collection();
    const touched = new Set<string>();
    for (const one of before.all()) {
      const now = this.shown.find(one.name, one.namespace);
      if (!now || isTouched(one, now)) touched.add(one.setId);
    }
    touched.forEach(setId => this.listener.onTouched(setId));
    for (const one of this.shown.all()) {
      this.tellFound(one, before.find(one.name, one.namespace));
    }
  }

  change({ type, object }: WatchChange): void {
    const { name, namespace } = object.metadata;
    const before = this.shown.find(name!, namespace);
    const now = type === 'DELETED' ? undefined : this.trim(object);
    if (now) this.shown.put(now);
    else this.shown.remove(name!, namespace);
    if (before && (!now || isTouched(before, now))) {
      this.listener.onTouched(before.setId);
    }
    if (now) this.tellFound(now, before);
  }

  /** What carries the label and has nothing of the portal is somebody's copy. */
  private tellFound(now: Managed, before: Managed | undefined): void {
    const { name, namespace, setId, uid, fingerprint } = now;
    if (!uid || !fingerprint || before?.uid === uid) return;
    const apiVersion = apiVersionAt(this.path);
    const key = { apiVersion, kind: this.kind, name, namespace };
    this.listener.onFound({ setId, key, uid });
  }

  private trim(object: LiveObject): Managed | undefined {
    const { name, namespace, labels, uid } = object.metadata;
    const setId = labels?.[LABELS.partOf];
    if (!setId) return undefined;
    return {
      name: name!,
      namespace,
      setId,
      uid,
      fingerprint: fingerprintOf(object),
      missing: missingForHealth({ ...object, kind: this.kind }),
    };
  }
}

function isTouched(before: Managed, now: Managed): boolean {
  return (
    before.uid !== now.uid ||
    before.setId !== now.setId ||
    before.fingerprint !== now.fingerprint ||
    before.missing !== now.missing
  );
}
