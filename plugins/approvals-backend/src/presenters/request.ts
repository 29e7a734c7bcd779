import type {
  RequestDetail,
  RequestSummary,
  Stage,
} from '@caas/plugin-approvals-common';
import { eligibleApprovers, openStage, refuseDecision } from '../domain/decide';
import type { RequestFile, StageRecord } from '../domain/request';

/** The fields of a request that a list shows to this person. */
export function presentSummary(
  file: RequestFile,
  person: string,
): RequestSummary {
  const { request, stages } = file;
  return {
    id: request.id,
    kind: request.kind,
    title: request.title,
    tenant: request.tenant,
    environment: request.environment,
    requester: request.requester,
    state: request.state,
    version: request.version,
    createdAt: request.createdAt,
    updatedAt: request.updatedAt,
    stageTitle: openStage(stages)?.title,
    canDecide: refusalFor(file, person) === undefined,
  };
}

/** A request as this person sees it, and what they may do now. The server checks again when they do it. */
export function presentDetail(
  file: RequestFile,
  person: string,
  permits: { retry: boolean } = { retry: false },
): RequestDetail {
  const { request, revision, stages, timeline, execution } = file;
  const refusal = refusalFor(file, person);
  const isOwn = request.requester === person;
  return {
    ...presentSummary(file, person),
    purpose: revision.purpose,
    payload: revision.payload,
    payloadHash: revision.payloadHash,
    revision: revision.revision,
    policy: revision.policy,
    stages: stages.map(presentStage),
    evidence: revision.evidence,
    execution,
    timeline,
    can: {
      decide: refusal === undefined,
      withdraw: isOwn && ['pending', 'returned'].includes(request.state),
      revise: isOwn && request.state === 'returned',
      retry: request.state === 'failed' && permits.retry,
      reason: refusal?.message,
    },
  };
}

function refusalFor(file: RequestFile, person: string) {
  const open = openStage(file.stages);
  return refuseDecision(
    file,
    person,
    eligibleApprovers(open?.approvers ?? [], file),
  );
}

function presentStage(stage: StageRecord): Stage {
  const { position, title, state, rule, approvers, decisions, dueAt } = stage;
  return { index: position, title, state, rule, approvers, decisions, dueAt };
}
