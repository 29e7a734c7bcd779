import type { Knex } from 'knex';
import { openStage } from '../../domain/decide';
import type { ClaimedTask, RequestFile } from '../../domain/request';
import { lookAt, type Holders, type Look } from '../../domain/watch';
import type { DbStageApproverRow, DbStageRow, DbTaskRow } from '../tables';
import { addTask } from './addTask';
import { addToTimeline, changeState } from './changeState';
import { isHeld } from './isHeld';
import { loadFile } from './loadFile';
import { skipStages } from './skipStages';

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
    if (!(await isHeld(tx, task))) return false;
    const file = await loadFile(tx, task.requestId, { lock: true, now });
    const isCurrent = file?.request.revision === task.revision;
    const look = file && isCurrent && lookAt(file, seen.holders, now);
    if (!file || !look) {
      await tx<DbTaskRow>('tasks').where({ id: task.id }).delete();
      return false;
    }
    if (look.expires) {
      await expire(tx, file, now);
      return true;
    }
    const isSameStage = openStage(file.stages)?.position === seen.position;
    if (isSameStage) await write(tx, file, look, now);
    await tx<DbTaskRow>('tasks')
      .where({ id: task.id })
      .update({
        next_run_at: (isSameStage ? look.nextRunAt : now).toISOString(),
        attempts: 0,
        last_error: null,
        ticket: null,
      });
    return isSameStage && look.news.length > 0;
  });
}

/** A request that nobody decided, or that nobody revised, ends as one that was rejected does: it holds nothing. */
async function expire(
  tx: Knex.Transaction,
  { request }: RequestFile,
  now: Date,
): Promise<void> {
  await changeState(tx, request, 'expire', now);
  await skipStages(tx, request);
  await addToTimeline(tx, request.id, { event: 'expired', now });
  await addTask(tx, request, { type: 'release', now });
  await addTask(tx, request, {
    type: 'notify',
    suffix: 'expired',
    data: { recipients: [request.requester], reason: 'ended' },
    now,
  });
}

async function write(
  tx: Knex.Transaction,
  { request, stages }: RequestFile,
  { stage, news }: Look,
  now: Date,
): Promise<void> {
  if (!stage) return;
  const key = {
    request_id: request.id,
    revision: request.revision,
    position: stage.position,
  };
  await tx<DbStageRow>('stages')
    .where(key)
    .update({
      blocked_at: stage.blockedAt ?? null,
      reminded_at: stage.remindedAt ?? null,
      escalated_at: stage.escalatedAt ?? null,
    });
  const before = openStage(stages)!.approvers;
  const gone = before.filter(person => !stage.approvers.includes(person));
  const come = stage.approvers.filter(person => !before.includes(person));
  if (gone.length > 0) {
    await tx<DbStageApproverRow>('stage_approvers')
      .where(key)
      .whereIn('user_ref', gone)
      .delete();
  }
  if (come.length > 0) {
    await tx<DbStageApproverRow>('stage_approvers').insert(
      come.map(person => ({ ...key, user_ref: person })),
    );
  }
  for (const { event, suffix, notify } of news) {
    await addToTimeline(tx, request.id, { event, now });
    if (notify) {
      await addTask(tx, request, {
        type: 'notify',
        suffix,
        data: notify,
        now,
      });
    }
  }
}
