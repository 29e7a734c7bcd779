import { leastApprovers } from '../../domain/decide';
import type { StageRule } from '../../domain/policy';
import type { RequestRecord } from '../../domain/request';
import type { DbStageApproverRow, DbStageRow } from '../tables';
import { addTask } from './addTask';
import { addToTimeline } from './changeState';
import type { Writes } from './Writes';

/** Who may decide a stage that opens, and who hears of it when they are too few. */
export type StageOpening = { approvers: string[]; platformAdmins: string[] };

const HOUR_MS = 60 * 60 * 1000;

/**
 * Opens a stage: its approvers find it in their inbox and are told. A stage that nobody can pass, because too few people may
 * decide it, stays open, is marked as blocked, and the platform administrators are told: it never passes by itself.
 *
 * The row of the stage is the caller's to write, with `openedStage`.
 */
export function openStageAt(
  writes: Writes,
  request: RequestRecord,
  stage: {
    position: number;
    rule: StageRule;
    opening: StageOpening;
  },
  now: Date,
): void {
  const { position, opening } = stage;
  const { approvers, platformAdmins } = opening;
  if (position > 0) {
    addToTimeline(writes, request.id, { event: 'stage-opened', now });
  }
  if (approvers.length > 0) {
    writes.insert<DbStageApproverRow>(
      'stage_approvers',
      ...approvers.map(user => ({
        request_id: request.id,
        revision: request.revision,
        position,
        user_ref: user,
        is_open: true,
        requested_at: request.createdAt,
      })),
    );
    addTask(writes, request, {
      type: 'notify',
      suffix: `stage-${position}`,
      data: { recipients: approvers, reason: 'decide' },
      now,
    });
  }
  if (isBlocked(stage)) {
    addToTimeline(writes, request.id, { event: 'blocked', now });
    addTask(writes, request, {
      type: 'notify',
      suffix: `stage-${position}-blocked`,
      data: { recipients: platformAdmins, reason: 'blocked' },
      now,
    });
  }
}

/** What the row of a stage says that opens. */
export function openedStage(
  stage: { rule: StageRule; dueHours?: number; opening: StageOpening },
  now: Date,
): Pick<DbStageRow, 'state' | 'due_at' | 'blocked_at'> {
  const { dueHours } = stage;
  return {
    state: 'open',
    due_at: dueHours
      ? new Date(now.getTime() + dueHours * HOUR_MS).toISOString()
      : null,
    blocked_at: isBlocked(stage) ? now.toISOString() : null,
  };
}

function isBlocked(stage: { rule: StageRule; opening: StageOpening }): boolean {
  return stage.opening.approvers.length < leastApprovers(stage.rule);
}
