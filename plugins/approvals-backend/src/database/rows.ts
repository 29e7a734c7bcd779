import { inEnglishOnly, readBilingual, type Bilingual } from '@caas/contract';
import type { Execution, ExecutionStep } from '@caas/plugin-approvals-common';
import { DEFAULT_EXPIRE_DAYS } from '../domain/policy';
import type {
  DecisionRecord,
  RequestRecord,
  RevisionRecord,
  StageRecord,
  TimelineRecord,
} from '../domain/request';
import type {
  DbDecisionRow,
  DbExecutionRow,
  DbRequestRow,
  DbRevisionRow,
  DbStageRow,
  DbTimelineRow,
} from './tables';

export function requestOfRow(row: DbRequestRow): RequestRecord {
  return {
    id: row.id,
    kind: row.kind,
    pluginId: row.plugin_id,
    tenant: row.tenant,
    environment: row.environment ?? undefined,
    title: JSON.parse(row.title),
    requester: row.requester,
    state: row.state,
    version: row.version,
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    expiresAt: row.expires_at ?? undefined,
  };
}

export function revisionOfRow(row: DbRevisionRow): RevisionRecord {
  return {
    revision: row.revision,
    payload: JSON.parse(row.payload),
    payloadHash: row.payload_hash,
    purpose: row.purpose,
    evidence: JSON.parse(row.evidence),
    policy: { rule: row.policy_rule, version: row.policy_version },
    submittedAt: row.submitted_at,
    expireDays: row.expire_days ?? DEFAULT_EXPIRE_DAYS,
  };
}

export function stageOfRow(
  row: DbStageRow,
  approvers: string[],
  decisions: DecisionRecord[],
): StageRecord {
  return {
    position: row.position,
    title: JSON.parse(row.title),
    rule: JSON.parse(row.rule),
    selectors: JSON.parse(row.selectors),
    state: row.state,
    approvers,
    decisions,
    dueHours: row.due_hours ?? undefined,
    dueAt: row.due_at ?? undefined,
    escalateTo: row.escalate_to ? JSON.parse(row.escalate_to) : undefined,
    remindedAt: row.reminded_at ?? undefined,
    escalatedAt: row.escalated_at ?? undefined,
    blockedAt: row.blocked_at ?? undefined,
  };
}

export function decisionOfRow(row: DbDecisionRow): DecisionRecord {
  return {
    by: row.decided_by,
    onBehalfOf: row.on_behalf_of ?? undefined,
    isEscalated: Boolean(row.escalated),
    verdict: row.verdict,
    comment: row.comment,
    payloadHash: row.payload_hash,
    at: row.decided_at,
  };
}

export function timelineOfRow(row: DbTimelineRow): TimelineRecord {
  return {
    id: row.id,
    at: row.at,
    by: row.actor ?? undefined,
    onBehalfOf: row.on_behalf_of ?? undefined,
    event: row.event,
    comment: row.comment ?? undefined,
  };
}

export function executionOfRow(row: DbExecutionRow): Execution {
  return {
    state: row.state,
    steps: (JSON.parse(row.steps) as StoredStep[]).map(stepOfStored),
    message: row.message === null ? undefined : readBilingual(row.message),
    retryAt: row.retry_at ?? undefined,
  };
}

/** A step, also of an older portal, whose messages are English only. */
type StoredStep = Omit<ExecutionStep, 'message'> & {
  message?: string | Bilingual;
};

function stepOfStored({ message, ...step }: StoredStep): ExecutionStep {
  if (message === undefined) return step;
  return {
    ...step,
    message: typeof message === 'string' ? inEnglishOnly(message) : message,
  };
}
