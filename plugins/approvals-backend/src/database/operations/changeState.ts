import { randomUUID } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import {
  nextState,
  type RequestCommand,
  type RequestState,
  type TimelineEvent,
} from '@caas/plugin-approvals-common';
import type { Knex } from 'knex';
import type { RequestRecord } from '../../domain/request';
import type { DbRequestRow, DbTaskRow, DbTimelineRow } from '../tables';

/** States in which somebody has to do something, and which the watch looks after. */
const WAITING: RequestState[] = ['pending', 'returned'];

/**
 * The one function that changes the state of a request.
 *
 * A compare-and-set on (id, version), inside the caller's transaction: of several writers that read the same version one
 * goes through, on either database and whatever its isolation. Without a command the version still grows, for changes that
 * leave the state, such as one approval of two.
 *
 * @throws ConflictError when the table of transitions has no such step, or when somebody was faster.
 */
export async function changeState(
  tx: Knex.Transaction,
  request: RequestRecord,
  command: RequestCommand | undefined,
  now: Date,
  changes: Partial<
    Pick<DbRequestRow, 'revision' | 'title' | 'environment' | 'expires_at'>
  > = {},
): Promise<RequestRecord> {
  const state = command ? nextState(request.state, command) : request.state;
  if (!state) {
    throw new ConflictError(
      `The request '${request.id}' is ${request.state}: '${command}' is not possible any more`,
    );
  }
  const at = now.toISOString();
  const isWaiting = WAITING.includes(state);
  const updated = await tx<DbRequestRow>('requests')
    .where({ id: request.id, version: request.version })
    .update({
      ...changes,
      // What waits no more does not expire.
      ...(isWaiting ? {} : { expires_at: null }),
      state,
      version: request.version + 1,
      updated_at: at,
    });
  if (updated !== 1) {
    throw new ConflictError(
      `Somebody changed the request '${request.id}' at the same time: read it again`,
    );
  }
  if (!isWaiting) {
    await tx<DbTaskRow>('tasks')
      .where({ request_id: request.id, type: 'watch' })
      .delete();
  }
  return { ...request, state, version: request.version + 1, updatedAt: at };
}

/** Adds a line to the timeline, after those that are there; false when it was there already. */
export async function addToTimeline(
  tx: Knex.Transaction,
  requestId: string,
  entry: {
    event: TimelineEvent;
    now: Date;
    by?: string;
    onBehalfOf?: string;
    comment?: string;
    /** Chosen by who may write the same line twice; it stands there once. */
    id?: string;
  },
): Promise<boolean> {
  const [{ last }] = await tx<DbTimelineRow>('timeline_entries')
    .where({ request_id: requestId })
    .max({ last: 'position' });
  const written = await tx<DbTimelineRow>('timeline_entries')
    .insert({
      id: entry.id ?? randomUUID(),
      request_id: requestId,
      position: Number(last ?? 0) + 1,
      at: entry.now.toISOString(),
      actor: entry.by ?? null,
      on_behalf_of: entry.onBehalfOf ?? null,
      event: entry.event,
      comment: entry.comment || null,
    })
    .onConflict('id')
    .ignore()
    .returning('id');
  return written.length === 1;
}
