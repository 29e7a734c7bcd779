import { randomUUID } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import { withChinese } from '@caas/contract';
import {
  nextState,
  type RequestCommand,
  type RequestState,
  type TimelineEvent,
} from '@caas/plugin-approvals-common';
import type { RequestRecord } from '../../domain/request';
import type { DbRequestRow, DbTaskRow, DbTimelineRow } from '../tables';
import type { Writes } from './Writes';

/** States in which somebody has to do something, and which the watch looks after. */
const WAITING: RequestState[] = ['pending', 'returned'];

/**
 * The one function that changes the state of a request.
 *
 * A compare-and-set on (id, version), among what the caller writes: of several writers that read the same version one
 * goes through, on either database and whatever its isolation. Without a command the version still grows, for changes that
 * leave the state, such as one approval of two.
 *
 * @throws ConflictError when the table of transitions has no such step; `send` throws one when somebody was faster.
 */
export function changeState(
  writes: Writes,
  request: RequestRecord,
  command: RequestCommand | undefined,
  now: Date,
  changes: Partial<
    Pick<DbRequestRow, 'revision' | 'title' | 'environment' | 'expires_at'>
  > = {},
): RequestRecord {
  const state = command ? nextState(request.state, command) : request.state;
  if (!state) {
    throw withChinese(
      new ConflictError(
        `The request '${request.id}' is ${request.state}: '${command}' is not possible any more`,
      ),
      '该申请的状态已变化，不能再执行此操作。请刷新页面查看其状态',
    );
  }
  const at = now.toISOString();
  const isWaiting = WAITING.includes(state);
  const { tx } = writes;
  writes.change(
    tx<DbRequestRow>('requests')
      .where({ id: request.id, version: request.version })
      .update({
        ...changes,
        // What waits no more does not expire.
        ...(isWaiting ? {} : { expires_at: null }),
        state,
        version: request.version + 1,
        updated_at: at,
      }),
    () =>
      withChinese(
        new ConflictError(
          `Somebody changed the request '${request.id}' at the same time: read it again`,
        ),
        '有人同时更改了该申请，请刷新页面后重试',
      ),
  );
  if (!isWaiting) {
    writes.change(
      tx<DbTaskRow>('tasks')
        .where({ request_id: request.id, type: 'watch' })
        .delete(),
    );
  }
  return { ...request, state, version: request.version + 1, updatedAt: at };
}

/** Adds a line to the timeline, after those that are there, unless it is there already. */
export function addToTimeline(
  writes: Writes,
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
): void {
  const before = writes.insertedInto('timeline_entries').length;
  writes.insert<Omit<DbTimelineRow, 'position'> & { position: unknown }>(
    'timeline_entries',
    {
      id: entry.id ?? randomUUID(),
      request_id: requestId,
      position: writes.tx.raw(
        '(select coalesce(max(position), 0) + ? from timeline_entries where request_id = ?)',
        [before + 1, requestId],
      ),
      at: entry.now.toISOString(),
      actor: entry.by ?? null,
      on_behalf_of: entry.onBehalfOf ?? null,
      event: entry.event,
      comment: entry.comment || null,
    },
  );
}
