import type {
  RequestState,
  Stage,
  TimelineEvent,
  Verdict,
} from '@caas/plugin-approvals-common';
import type { TaskType } from '../domain/request';

export type DbRequestRow = {
  id: string;
  kind: string;
  plugin_id: string;
  tenant: string;
  environment: string | null;
  title: string;
  requester: string;
  state: RequestState;
  version: number;
  revision: number;
  idempotency_key: string | null;
  created_at: string;
  updated_at: string;
  expires_at: string | null;
};

export type DbRevisionRow = {
  request_id: string;
  revision: number;
  payload: string;
  payload_hash: string;
  purpose: string;
  evidence: string;
  policy_rule: string;
  policy_version: string;
  submitted_at: string;
  expire_days: number | null;
};

export type DbStageRow = {
  request_id: string;
  revision: number;
  position: number;
  title: string;
  rule: string;
  selectors: string;
  state: Stage['state'];
  due_hours: number | null;
  due_at: string | null;
  escalate_to: string | null;
  reminded_at: string | null;
  escalated_at: string | null;
  blocked_at: string | null;
};

export type DbStageApproverRow = {
  request_id: string;
  revision: number;
  position: number;
  user_ref: string;
  /** Whether the stage is open, and this person has not used their voice on it. SQLite answers a number. */
  is_open: boolean | number;
  /** When the request was made: an inbox is in this order. */
  requested_at: string;
};

export type DbDecisionRow = {
  id: string;
  request_id: string;
  revision: number;
  position: number;
  decided_by: string;
  verdict: Verdict;
  comment: string;
  payload_hash: string;
  decided_at: string;
  on_behalf_of: string | null;
  /** SQLite answers a number. */
  escalated: boolean | number;
};

export type DbTimelineRow = {
  id: string;
  request_id: string;
  position: number;
  at: string;
  actor: string | null;
  event: TimelineEvent;
  comment: string | null;
  on_behalf_of: string | null;
};

export type DbExecutionRow = {
  request_id: string;
  state: 'working' | 'done' | 'failed';
  /** JSON; their messages, as the one below. */
  steps: string;
  /** JSON of the text in both languages; a plain English sentence in rows of an older portal. */
  message: string | null;
  updated_at: string;
  retries: number;
  retry_at: string | null;
};

export type DbDelegationRow = {
  id: string;
  delegator: string;
  delegate: string;
  starts_at: string;
  ends_at: string;
  reason: string;
  created_at: string;
  revoked_at: string | null;
  revoked_by: string | null;
};

export type DbTaskRow = {
  id: string;
  request_id: string;
  revision: number;
  type: TaskType;
  data: string;
  next_run_at: string;
  ticket: string | null;
  attempts: number;
  last_error: string | null;
};

export type DbKindRow = {
  kind: string;
  plugin_id: string;
  title: string;
  description: string;
  announced_at: string;
};
