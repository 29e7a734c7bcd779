import type { WatchChange } from '../clients/KubernetesClient';
import type { LiveObject } from '../domain/LiveObject';
import { Collection, type Seen } from './Collection';
import { Interner } from './Interner';

/** A resource that a view follows, and what it keeps of each object. */
export type Watched<T extends Seen> = {
  /** Path of the collection over all namespaces, such as `/apis/apps/v1/deployments`. */
  path: string;
  trim(object: LiveObject, interner: Interner): T;
};

/**
 * The trimmed objects of one resource. Each page is trimmed as it comes, so that no list of whole objects is ever in
 * memory; until the last page has come, what was seen before is shown.
 */
export class Mirror<T extends Seen> {
  private shown = new Collection<T>();
  private draft = new Collection<T>();
  private interner = new Interner();

  constructor(private readonly watched: Watched<T>) {}

  get path(): string {
    return this.watched.path;
  }

  get seen(): Collection<T> {
    return this.shown;
  }

  /** A list begins: texts that nothing holds any more are forgotten with the old one. */
  begin(): void {
    this.draft = new Collection();
    this.interner = new Interner();
  }

  add(page: LiveObject[]): void {
    for (const object of page) this.draft.put(this.trim(object));
  }

  /** The list is complete: it takes the place of all that was seen. */
  complete(): void {
    this.shown = this.draft;
    this.draft = new Collection();
  }

  change({ type, object }: WatchChange): void {
    if (type === 'DELETED') {
      const { name, namespace } = object.metadata;
      this.shown.remove(name!, namespace);
    } else {
      this.shown.put(this.trim(object));
    }
  }

  private trim(object: LiveObject): T {
    return this.watched.trim(object, this.interner);
  }
}
