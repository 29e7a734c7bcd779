import type { Knex } from 'knex';
import { openStage } from '../../domain/decide';
import type { ClaimedTask, RequestFile } from '../../domain/request';
import { lookAt, type Holders, type Look } from '../../domain/watch';
import type { DbStageApproverRow, DbStageRow, DbTaskRow } from '../tables';
import { addTask } from './addTask';
import { addToTimeline, changeState } from './changeState';
import { loadForTask } from './loadForTask';
import { skipStages } from './skipStages';
import { Writes } from './Writes';

/**
 * Writes what a look at a waiting request finds to do, and when to look again, in one transaction. What there is to do is
 * found on the locked row: a decision that came since the approvers were looked up is seen, and another stage than the
 * one that they were looked up for is left to the next look, at once.
 *
 * @returns whether the request changed.
 */
export async function recordLook(
  knex: Knex,
  task: ClaimedTask,
  seen: { position?: number; holders: Holders },
  now: Date,
): Promise<boolean> {
  return knex.transaction(async tx => {
    const held = await loadForTask(tx, task, now);
    if (!held) return false;
    const { file } = held;
    const isCurrent = file?.request.revision === task.revision;
    const look = file && isCurrent && lookAt(file, seen.holders, now);
    if (!file || !look) {
      await tx<DbTaskRow>('tasks').where({ id: task.id }).delete();
      return false;
    }
    if (look.expires) {
      const writes = Writes.in(tx);
      expire(writes, file, now);
      await writes.send();
      return true;
    }
    const isSameStage = openStage(file.stages)?.position === seen.position;
    const writes = Writes.in(tx);
    if (isSameStage) write(writes, file, look, now);
    writes.change(
      tx<DbTaskRow>('tasks')
        .where({ id: task.id })
        .update({
          next_run_at: (isSameStage ? look.nextRunAt : now).toISOString(),
          attempts: 0,
          last_error: null,
          ticket: null,
        }),
    );
    await writes.send();
    return isSameStage && look.news.length > 0;
  });
}

/** A request that nobody decided, or that nobody revised, ends as one that was rejected does: it holds nothing. */
function expire(writes: Writes, { request }: RequestFile, now: Date): void {
  changeState(writes, request, 'expire', now);
  skipStages(writes, request);
  addToTimeline(writes, request.id, { event: 'expired', now });
  addTask(writes, request, { type: 'release', now });
  addTask(writes, request, {
    type: 'notify',
    suffix: 'expired',
    data: { recipients: [request.requester], reason: 'ended' },
    now,
  });
}

function write(
  writes: Writes,
  { request, stages }: RequestFile,
  { stage, news }: Look,
  now: Date,
): void {
  if (!stage) return;
  const key = {
    request_id: request.id,
    revision: request.revision,
    position: stage.position,
  };
  const { tx } = writes;
  writes.change(
    tx<DbStageRow>('stages')
      .where(key)
      .update({
        blocked_at: stage.blockedAt ?? null,
        reminded_at: stage.remindedAt ?? null,
        escalated_at: stage.escalatedAt ?? null,
      }),
  );
  const before = openStage(stages)!.approvers;
  const gone = before.filter(person => !stage.approvers.includes(person));
  const come = stage.approvers.filter(person => !before.includes(person));
  if (gone.length > 0) {
    writes.change(
      tx<DbStageApproverRow>('stage_approvers')
        .where(key)
        .whereIn('user_ref', gone)
        .delete(),
    );
  }
  writes.insert<DbStageApproverRow>(
    'stage_approvers',
    ...come.map(person => ({
      ...key,
      user_ref: person,
      is_open: true,
      requested_at: request.createdAt,
    })),
  );
  for (const { event, suffix, notify } of news) {
    addToTimeline(writes, request.id, { event, now });
    if (notify) {
      addTask(writes, request, {
        type: 'notify',
        suffix,
        data: notify,
        now,
      });
    }
  }
}
