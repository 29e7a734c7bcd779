import type { RequestRecord, RevisionRecord } from '../../domain/request';
import type { PlannedStage } from '../../domain/policy';
import { openedStage, openStageAt, type StageOpening } from './openStageAt';
import { addTask } from './addTask';
import { addToTimeline, changeState } from './changeState';
import type { DbRevisionRow } from '../tables';
import type { Writes } from './Writes';

/** A revision as it is submitted, with what the policy says about it. */
export type NewRevision = Omit<RevisionRecord, 'revision' | 'submittedAt'> & {
  canonicalPayload: string;
  stages: PlannedStage[];
  automaticReason?: string;
  /** Who may decide the first stage. */
  opening: StageOpening;
};

/** A role that was given while the request was on its way is found soon. */
const FIRST_LOOK_MS = 5 * 60 * 1000;

/**
 * Freezes a revision and opens its first stage, or lets it pass when nobody needs to decide. The request must be loaded in
 * this transaction, or be among what is written. Sends what was collected.
 */
export async function insertRevision(
  writes: Writes,
  request: RequestRecord,
  next: NewRevision,
  now: Date,
): Promise<void> {
  const { revision } = request;
  writes.insert<DbRevisionRow>('request_revisions', {
    request_id: request.id,
    revision,
    payload: next.canonicalPayload,
    payload_hash: next.payloadHash,
    purpose: next.purpose,
    evidence: JSON.stringify(next.evidence),
    policy_rule: next.policy.rule,
    policy_version: next.policy.version,
    submitted_at: now.toISOString(),
    expire_days: next.expireDays,
  });
  addTask(writes, request, { type: 'reserve', now });
  if (next.stages.length > 0) {
    // Looks for the first time in a moment, and finds out by itself when to look next.
    addTask(writes, request, {
      type: 'watch',
      now,
      runAt: new Date(now.getTime() + FIRST_LOOK_MS),
    });
    insertStages(writes, request, next, now);
    await writes.send();
    return;
  }
  // It changes the row that was just written.
  await writes.send();
  changeState(writes, request, 'pass', now);
  addToTimeline(writes, request.id, {
    event: 'auto-approved',
    comment: next.automaticReason,
    now,
  });
  addTask(writes, request, { type: 'execute', now });
  await writes.send();
}

/** The first is open, the others wait. */
function insertStages(
  writes: Writes,
  request: RequestRecord,
  { stages, opening }: NewRevision,
  now: Date,
): void {
  const key = { request_id: request.id, revision: request.revision };
  const waiting = { state: 'waiting', due_at: null, blocked_at: null };
  const [{ rule, dueHours }] = stages;
  const first = { position: 0, rule, dueHours, opening };
  const open = openedStage(first, now);
  writes.insert(
    'stages',
    ...stages.map((stage, position) => ({
      ...key,
      position,
      title: JSON.stringify(stage.title),
      rule: JSON.stringify(stage.rule),
      selectors: JSON.stringify(stage.approvers),
      due_hours: stage.dueHours ?? null,
      escalate_to: stage.escalateTo ? JSON.stringify(stage.escalateTo) : null,
      ...(position === 0 ? open : waiting),
    })),
  );
  openStageAt(writes, request, first, now);
}
