import type { Knex } from 'knex';
import type { RequestRecord, RevisionRecord } from '../../domain/request';
import type { PlannedStage } from '../../domain/policy';
import { openStageAt, type StageOpening } from './openStageAt';
import { addTask } from './addTask';
import { addToTimeline, changeState } from './changeState';
import type { DbRevisionRow, DbStageRow } from '../tables';

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
 * this transaction.
 */
export async function insertRevision(
  tx: Knex.Transaction,
  request: RequestRecord,
  next: NewRevision,
  now: Date,
): Promise<RequestRecord> {
  const { revision } = request;
  await tx<DbRevisionRow>('request_revisions').insert({
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
  for (const [position, stage] of next.stages.entries()) {
    await tx<DbStageRow>('stages').insert({
      request_id: request.id,
      revision,
      position,
      title: JSON.stringify(stage.title),
      rule: JSON.stringify(stage.rule),
      selectors: JSON.stringify(stage.approvers),
      state: 'waiting',
      due_hours: stage.dueHours ?? null,
      due_at: null,
      escalate_to: stage.escalateTo ? JSON.stringify(stage.escalateTo) : null,
    });
  }
  await addTask(tx, request, { type: 'reserve', now });
  if (next.stages.length > 0) {
    // Looks for the first time in a moment, and finds out by itself when to look next.
    await addTask(tx, request, {
      type: 'watch',
      now,
      runAt: new Date(now.getTime() + FIRST_LOOK_MS),
    });
    const [{ rule, dueHours }] = next.stages;
    await openStageAt(
      tx,
      request,
      { position: 0, rule, dueHours, opening: next.opening },
      now,
    );
    return request;
  }
  const passed = await changeState(tx, request, 'pass', now);
  await addToTimeline(tx, request.id, {
    event: 'auto-approved',
    comment: next.automaticReason,
    now,
  });
  await addTask(tx, request, { type: 'execute', now });
  return passed;
}
