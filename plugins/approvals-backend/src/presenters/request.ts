import type {
  RequestDetail,
  RequestSummary,
  Stage,
} from '@caas/plugin-approvals-common';
import {
  eligibleApprovers,
  openStage,
  refuseDecision,
  seatOf,
} from '../domain/decide';
import type {
  RequestFile,
  RequestOverview,
  StageRecord,
  StandIn,
} from '../domain/request';

/** The fields of a request that a list shows to this person. */
export function presentSummary(
  file: RequestOverview,
  person: string,
): RequestSummary {
  const { request, stages } = file;
  const open = openStage(stages);
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
    stageTitle: open?.title,
    dueAt: open?.dueAt,
    canDecide: refusalFor(file, person) === undefined,
  };
}

/** A request as this person sees it, and what they may do now. The server checks again when they do it. */
export function presentDetail(
  file: RequestFile,
  person: string,
  permits: { retry: boolean; cancel: boolean } = {
    retry: false,
    cancel: false,
  },
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
    previous: file.previous && {
      revision: file.previous.revision,
      payload: file.previous.payload,
    },
    expiresAt: request.expiresAt,
    policy: revision.policy,
    stages: stages.map(stage => presentStage(stage, file.standIns)),
    evidence: revision.evidence,
    execution,
    timeline,
    can: {
      decide: refusal === undefined,
      withdraw: isOwn && ['pending', 'returned'].includes(request.state),
      revise: isOwn && request.state === 'returned',
      retry: request.state === 'failed' && permits.retry,
      cancel: permits.cancel,
      decideFor: refusal ? undefined : seatFor(file, person)?.onBehalfOf,
      reason: refusal?.sentence,
    },
  };
}

function refusalFor(file: RequestOverview, person: string) {
  return refuseDecision(file, person, eligibleFor(file));
}

function seatFor(file: RequestOverview, person: string) {
  return seatOf(file, person, eligibleFor(file));
}

/** By the approvers as last looked up; the decision looks them up afresh. */
function eligibleFor(file: RequestOverview): string[] {
  return eligibleApprovers(openStage(file.stages)?.approvers ?? [], file);
}

function presentStage(stage: StageRecord, standIns: StandIn[]): Stage {
  const { position, decisions, ...rest } = stage;
  const { title, state, rule, approvers, dueAt, escalatedAt, blockedAt } = rest;
  return {
    index: position,
    title,
    state,
    rule,
    approvers,
    decisions: decisions.map(({ isEscalated, ...decision }) => decision),
    ...(state === 'open'
      ? {
          blockedAt,
          standIns: standIns.filter(({ delegator }) =>
            approvers.includes(delegator),
          ),
        }
      : {}),
    dueAt,
    escalatedAt,
  };
}
