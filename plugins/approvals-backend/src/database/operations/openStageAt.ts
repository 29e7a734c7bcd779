import type { Knex } from 'knex';
import { leastApprovers } from '../../domain/decide';
import type { StageRule } from '../../domain/policy';
import type { RequestRecord } from '../../domain/request';
import type { DbStageApproverRow, DbStageRow } from '../tables';
import { addTask } from './addTask';
import { addToTimeline } from './changeState';

/** Who may decide a stage that opens, and who hears of it when they are too few. */
export type StageOpening = { approvers: string[]; platformAdmins: string[] };

const HOUR_MS = 60 * 60 * 1000;

/**
 * Opens a stage: its approvers find it in their inbox and are told. A stage that nobody can pass, because too few people may
 * decide it, stays open, is marked as blocked, and the platform administrators are told: it never passes by itself.
 */
export async function openStageAt(
  tx: Knex.Transaction,
  request: RequestRecord,
  stage: {
    position: number;
    rule: StageRule;
    dueHours?: number;
    opening: StageOpening;
  },
  now: Date,
): Promise<void> {
  const { position, rule, dueHours, opening } = stage;
  const { approvers, platformAdmins } = opening;
  const isBlocked = approvers.length < leastApprovers(rule);
  const key = { request_id: request.id, revision: request.revision, position };
  await tx<DbStageRow>('stages')
    .where(key)
    .update({
      state: 'open',
      due_at: dueHours
        ? new Date(now.getTime() + dueHours * HOUR_MS).toISOString()
        : null,
      blocked_at: isBlocked ? now.toISOString() : null,
    });
  if (position > 0) {
    await addToTimeline(tx, request.id, { event: 'stage-opened', now });
  }
  if (approvers.length > 0) {
    await tx<DbStageApproverRow>('stage_approvers').insert(
      approvers.map(user => ({ ...key, user_ref: user })),
    );
    await addTask(tx, request, {
      type: 'notify',
      suffix: `stage-${position}`,
      data: { recipients: approvers, reason: 'decide' },
      now,
    });
  }
  if (isBlocked) {
    await addToTimeline(tx, request.id, { event: 'blocked', now });
    await addTask(tx, request, {
      type: 'notify',
      suffix: `stage-${position}-blocked`,
      data: { recipients: platformAdmins, reason: 'blocked' },
      now,
    });
  }
}
