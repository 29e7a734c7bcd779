import type { Knex } from 'knex';
import type { RequestRecord } from '../../domain/request';
import type { DbStageApproverRow, DbStageRow } from '../tables';
import { addTask } from './addTask';
import { addToTimeline } from './changeState';

/** Who may decide a stage that opens, and who hears of it when nobody may. */
export type StageOpening = { approvers: string[]; platformAdmins: string[] };

const HOUR_MS = 60 * 60 * 1000;

/**
 * Opens a stage: its approvers find it in their inbox and are told. A stage that nobody can decide stays open, is marked as
 * blocked, and the platform administrators are told: it never passes by itself.
 */
export async function openStageAt(
  tx: Knex.Transaction,
  request: RequestRecord,
  stage: { position: number; dueHours?: number; opening: StageOpening },
  now: Date,
): Promise<void> {
  const { position, dueHours, opening } = stage;
  const key = { request_id: request.id, revision: request.revision, position };
  await tx<DbStageRow>('stages')
    .where(key)
    .update({
      state: 'open',
      due_at: dueHours
        ? new Date(now.getTime() + dueHours * HOUR_MS).toISOString()
        : null,
    });
  for (const user of opening.approvers) {
    await tx<DbStageApproverRow>('stage_approvers').insert({
      ...key,
      user_ref: user,
    });
  }
  const isBlocked = opening.approvers.length === 0;
  if (position > 0)
    await addToTimeline(tx, request.id, { event: 'stage-opened', now });
  if (isBlocked) await addToTimeline(tx, request.id, { event: 'blocked', now });
  await addTask(tx, request, {
    type: 'notify',
    suffix: `stage-${position}`,
    data: {
      recipients: isBlocked ? opening.platformAdmins : opening.approvers,
      reason: isBlocked ? 'blocked' : 'decide',
    },
    now,
  });
}
