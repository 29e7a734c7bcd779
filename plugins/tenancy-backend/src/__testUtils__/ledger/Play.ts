import type { NewNamespace } from '../../domain/namespace';
import { namespaceIdOf } from '../../domain/namespace';
import { fits, leftOf, type QuotaKey } from '../../domain/quota';
import { allocatedColumns, hardColumns } from '../../database/tables';
import {
  addResources,
  NO_RESOURCES,
  type Resources,
} from '@caas/plugin-tenancy-common';
import { newNamespace, NOW, type Stores } from '../stores';
import { contradictionsIn, readBooks, type Books } from './books';
import { HARD, NAMESPACES, type Act, type Schedule } from './schedules';

export type Allocate = (asked: NewNamespace) => Promise<unknown>;

/** A schedule that is played on a quota of its own, with what every call has answered. */
export class Play {
  /** Namespaces that were given, those that were deleted, and those that nobody may be given any more. */
  private readonly given = new Set<number>();
  private readonly gone = new Set<number>();
  private readonly cancelled = new Set<number>();
  /** Changes that were carried out, and those that were taken back. */
  private readonly resized = new Set<string>();
  private readonly undone = new Set<string>();
  /** What each change was approved from. */
  private readonly froms = new Map<string, Resources>();
  private quotaChanges = 0;
  private readonly key: QuotaKey;

  constructor(
    private readonly run: string,
    private readonly schedule: Schedule,
    private readonly stores: Stores,
    private readonly allocate: Allocate,
  ) {
    this.key = { tenant: 'life', cluster: run, environment: 'dev' };
  }

  /** Plays it, and answers what is wrong afterwards. */
  async faults(): Promise<string[]> {
    await this.stores.knex('quotas').insert({
      ...this.key,
      ...hardColumns(HARD),
      ...allocatedColumns(NO_RESOURCES),
      updated_at: NOW.toISOString(),
    });
    for (const wave of this.schedule.waves) {
      await Promise.all(wave.map(act => this.perform(act)));
    }
    const books = await this.read();
    const faults = [...contradictionsIn(books), ...this.lostIn(books)];
    return faults.length > 0 ? faults : this.refusedWithoutNeed(books);
  }

  private read(): Promise<Books> {
    return readBooks(this.stores.knex, this.run);
  }

  private async perform(act: Act): Promise<void> {
    try {
      await this.tryTo(act);
    } catch (error) {
      if ((error as Error).name !== 'ConflictError') throw error;
    }
  }

  private async tryTo(act: Act): Promise<void> {
    const { ledger, namespaces, knex } = this.stores;
    if (act.act === 'quota') {
      const before = await ledger.find(this.key);
      const requestId = `${this.run}-quota-${this.quotaChanges++}`;
      const change = { requestId, from: before?.hard, to: act.hard };
      return ledger.changeQuota(this.key, change, NOW);
    }
    const { namespace } = act;
    const asked = this.askedFor(namespace);
    const id = namespaceIdOf(asked.requestId);
    switch (act.act) {
      case 'submit':
        return ledger.reserve(asked, NOW);
      case 'expire':
        return ledger.settle(asked, NOW);
      case 'approve':
        await this.allocate(asked);
        this.given.add(namespace);
        return undefined;
      case 'ready':
        // As the reconciler writes it when the cluster holds everything.
        await knex('namespaces')
          .where({ id })
          .update({ ready_generation: knex.ref('generation') });
        return undefined;
      case 'delete':
        return this.delete(namespace, `${asked.requestId}-delete`);
      case 'cancel':
        return this.cancel(namespace, asked);
      case 'resize': {
        const requestId = resizeId(asked, act.resize);
        const from =
          this.froms.get(requestId) ?? (await namespaces.find(id))?.resources;
        if (!from) return undefined;
        this.froms.set(requestId, from);
        const to = this.schedule.resizes[namespace][act.resize];
        const change = { requestId, namespaceId: id, from, to };
        await ledger.resize(this.key, change, NOW);
        this.resized.add(requestId);
        return undefined;
      }
      default: {
        const requestId = resizeId(asked, act.resize);
        await ledger.cancelResize(this.key, requestId, NOW);
        this.undone.add(requestId);
        return undefined;
      }
    }
  }

  private async cancel(namespace: number, asked: NewNamespace): Promise<void> {
    const { requestId } = asked;
    const { ledger } = this.stores;
    if (await ledger.cancelCreation(this.key, requestId, NOW)) {
      return this.delete(namespace, requestId);
    }
    this.cancelled.add(namespace);
    return undefined;
  }

  /** Deletes as the kind and the reconciler do: what is wanted first, and the share when nothing is left. */
  private async delete(namespace: number, requestId: string): Promise<void> {
    const { namespaces, knex } = this.stores;
    const id = namespaceIdOf(this.askedFor(namespace).requestId);
    const before = await namespaces.find(id);
    if (!before) return;
    await namespaces.beginDeletion({ requestId, namespaceId: id }, NOW);
    const ticket = `${requestId}-ticket`;
    await knex('namespaces').where({ id }).update({ ticket });
    if (await namespaces.recordDeleted({ ...before, ticket }, NOW)) {
      this.gone.add(namespace);
    }
  }

  /** What somebody was told that they have and the books do not, or the other way round. */
  private lostIn({ namespaces, lines }: Books): string[] {
    const faults: string[] = [];
    for (let namespace = 0; namespace < NAMESPACES; namespace += 1) {
      const { requestId } = this.askedFor(namespace);
      const row = namespaces.find(({ request_id: id }) => id === requestId);
      const isHeld = row !== undefined && row.life !== 'deleted';
      const isOurs = this.given.has(namespace) && !this.gone.has(namespace);
      if (isHeld !== isOurs) {
        faults.push(`${requestId} is ${isHeld ? 'held' : 'not held'}`);
      }
      if (this.cancelled.has(namespace) && row) {
        faults.push(`${requestId} was made although it was cancelled`);
      }
      for (const line of lines.filter(
        ({ namespace_id: id }) => id === row?.id,
      )) {
        const id = line.request_id;
        if (id === requestId) continue;
        const counts = line.ended_at === null;
        const should = isHeld && this.resized.has(id) && !this.undone.has(id);
        if (counts !== should) {
          faults.push(`the change ${id} ${counts ? 'counts' : 'is lost'}`);
        }
      }
    }
    return faults;
  }

  /** Nobody is refused who fits: asked again one by one, exactly those get it for whom there is room. */
  private async refusedWithoutNeed(books: Books): Promise<string[]> {
    const faults: string[] = [];
    let allocated = books.allocated;
    for (let namespace = 0; namespace < NAMESPACES; namespace += 1) {
      if (this.given.has(namespace) || this.cancelled.has(namespace)) continue;
      const asked = this.askedFor(namespace);
      const isGiven = await this.allocate(asked).then(
        () => true,
        () => false,
      );
      const hasRoom = fits(asked.resources, leftOf({ ...books, allocated }));
      if (isGiven !== hasRoom) {
        faults.push(`${asked.requestId} was ${isGiven ? 'given' : 'refused'}`);
      }
      if (isGiven) allocated = addResources(allocated, asked.resources);
    }
    return [...faults, ...contradictionsIn(await this.read())];
  }

  private askedFor(namespace: number): NewNamespace {
    return newNamespace(`${this.run}-${namespace}`, {
      ...this.key,
      name: `life-${namespace}-dev`,
      resources: this.schedule.sizes[namespace],
    });
  }
}

function resizeId({ requestId }: NewNamespace, resize: number): string {
  return `${requestId}-resize-${resize}`;
}
