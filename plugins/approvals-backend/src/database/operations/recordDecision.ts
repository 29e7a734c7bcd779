import { randomUUID } from 'node:crypto';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import { withChinese } from '@caas/contract';
import type { Verdict } from '@caas/plugin-approvals-common';
import type { Knex } from 'knex';
import {
  effectOf,
  eligibleApprovers,
  openStage,
  refuseDecision,
  seatOf,
  type DecisionRefusal,
} from '../../domain/decide';
import { expiryAfter } from '../../domain/expiry';
import type { RequestFile } from '../../domain/request';
import type { ChangeBy } from '../ChangeBy';
import type { DbDecisionRow, DbStageRow } from '../tables';
import { addTask } from './addTask';
import { addToTimeline, changeState } from './changeState';
import { loadForChange } from './loadForChange';
import { openedStage, openStageAt, type StageOpening } from './openStageAt';
import { leaveInboxes, skipFollowingStages } from './skipStages';
import { Writes } from './Writes';

/** What a person decided, and what was looked up for it before the transaction began. */
export type DecisionCommand = ChangeBy & {
  verdict: Verdict;
  comment: string;
  payloadHash: string;
  /** Who holds the role of the stage at `position` now, who else may decide because it is overdue, and who is next. */
  position: number;
  holders: string[];
  escalated: string[];
  next: { holders: string[]; platformAdmins: string[] };
};

const EVENT = {
  approve: 'approved',
  reject: 'rejected',
  return: 'returned',
} as const;

/**
 * Records a decision, and all that follows from it, in one transaction.
 *
 * Fifty approvers at once: on PostgreSQL the row of the request is locked, on SQLite there is one transaction at a time; so
 * they pass one by one, and all but the first find the stage passed. The compare-and-set on the version holds even if a lock
 * were missed. The same person twice: the second finds their decision and gets the request as it is, and the unique index on
 * (request, revision, person) holds even if that check were missed. The last stage and the task to execute are written
 * together, so an approved request is executed although the process dies right after the commit.
 */
export async function recordDecision(
  knex: Knex,
  command: DecisionCommand,
): Promise<void> {
  const { id, person, verdict, comment, payloadHash, now } = command;
  await knex.transaction(async tx => {
    const { file, isAllowed } = await loadForChange(tx, command);
    const { request } = file;
    if (isRepeated(file, command)) return;
    const regular = eligibleApprovers(command.holders, file);
    const eligible = eligibleApprovers(
      [...command.holders, ...command.escalated],
      file,
    );
    const refusal = refuseDecision(
      isAllowed ? file : { ...file, standIns: [] },
      person,
      eligible.filter(user => isAllowed || user !== person),
      payloadHash !== file.revision.payloadHash ||
        command.position !== openStage(file.stages)?.position,
    );
    if (refusal) throw errorOf(refusal);

    const stage = openStage(file.stages)!;
    const { onBehalfOf } = seatOf(file, person, eligible)!;
    const voices = onBehalfOf ? [person, onBehalfOf] : [person];
    const key = {
      request_id: id,
      revision: request.revision,
      position: stage.position,
    };
    const writes = Writes.in(tx);
    writes.insert<DbDecisionRow>('decisions', {
      ...key,
      id: randomUUID(),
      decided_by: person,
      verdict,
      comment,
      payload_hash: payloadHash,
      decided_at: now.toISOString(),
      on_behalf_of: onBehalfOf ?? null,
      escalated: !regular.includes(onBehalfOf ?? person),
    });
    const effect = effectOf(file.stages, verdict, regular.length);
    if (effect.stage === 'open') {
      leaveInboxes(writes, request, voices);
    } else {
      leaveInboxes(writes, request);
      writes.change(
        tx<DbStageRow>('stages').where(key).update({ state: effect.stage }),
      );
    }
    const after = changeState(writes, request, effect.command, now, {
      expires_at: expiryAfter(now, file.revision.expireDays),
    });
    addToTimeline(writes, id, {
      event: EVENT[verdict],
      by: person,
      onBehalfOf,
      comment,
      now,
    });
    follow(writes, { ...file, request: after }, effect.opens, effect.command, {
      ...command,
      voices,
    });
    await writes.send();
  });
}

function follow(
  writes: Writes,
  file: RequestFile,
  opens: number | undefined,
  outcome: 'pass' | 'reject' | 'return' | undefined,
  { next, voices, now }: DecisionCommand & { voices: string[] },
): void {
  const { request } = file;
  if (opens !== undefined) {
    const stage = file.stages.find(({ position }) => position === opens)!;
    const opening: StageOpening = {
      approvers: eligibleApprovers(next.holders, file).filter(
        user => !voices.includes(user),
      ),
      platformAdmins: next.platformAdmins,
    };
    const { rule, dueHours } = stage;
    const opened = { position: opens, rule, dueHours, opening };
    openStageAt(writes, request, opened, now);
    writes.change(
      writes
        .tx<DbStageRow>('stages')
        .where({
          request_id: request.id,
          revision: request.revision,
          position: opens,
        })
        .update(openedStage(opened, now)),
    );
  }
  if (outcome === 'pass') {
    addToTimeline(writes, request.id, { event: 'passed', now });
    addTask(writes, request, { type: 'execute', now });
    addTask(writes, request, {
      type: 'notify',
      suffix: 'approved',
      data: { recipients: [request.requester], reason: 'approved' },
      now,
    });
  }
  if (outcome === 'reject') {
    addTask(writes, request, { type: 'release', now });
  }
  // A returned request keeps its reservation: the revision that follows asks for the same place.
  if (outcome === 'reject' || outcome === 'return') {
    skipFollowingStages(writes, request);
    addTask(writes, request, {
      type: 'notify',
      suffix: 'ended',
      data: { recipients: [request.requester], reason: 'ended' },
      now,
    });
  }
}

/**
 * The same person, the same verdict, on the same payload: the answer is the request as it is. Somebody who could decide the
 * stage that is open now does not repeat themselves, but tries to decide a second stage.
 */
function isRepeated(
  file: RequestFile,
  {
    person,
    verdict,
    payloadHash,
    position,
    holders,
    escalated,
  }: DecisionCommand,
): boolean {
  const decided = file.stages.find(stage =>
    stage.decisions.some(
      decision =>
        decision.by === person &&
        decision.verdict === verdict &&
        decision.payloadHash === payloadHash,
    ),
  );
  if (!decided) return false;
  return (
    decided.position === position ||
    ![...holders, ...escalated].includes(person)
  );
}

function errorOf({ kind, sentence }: DecisionRefusal): Error {
  const error =
    kind === 'not-pending' || kind === 'stale'
      ? new ConflictError(sentence.en)
      : new NotAllowedError(sentence.en);
  return withChinese(error, sentence['zh-CN']);
}
