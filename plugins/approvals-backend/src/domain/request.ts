import type { RowScope } from '@caas/contract';
import type {
  Bilingual,
  Evidence,
  Execution,
  RequestPayload,
  RequestState,
  Stage,
  TimelineEvent,
  Verdict,
} from '@caas/plugin-approvals-common';
import type { ApproverSelector, StageRule } from './policy';

/** A request as it is stored, without what hangs on it. */
export type RequestRecord = {
  id: string;
  kind: string;
  pluginId: string;
  tenant: string;
  environment?: string;
  title: Bilingual;
  requester: string;
  state: RequestState;
  version: number;
  revision: number;
  createdAt: string;
  updatedAt: string;
  /** Set while it is pending or returned. */
  expiresAt?: string;
};

/** What exactly was asked for; never changes. */
export type RevisionRecord = {
  revision: number;
  payload: RequestPayload;
  payloadHash: string;
  purpose: string;
  evidence: Evidence;
  policy: { rule: string; version: string };
  submittedAt: string;
  expireDays: number;
};

/** A decision of a person on a stage. */
export type DecisionRecord = {
  by: string;
  /** The approver whose delegate decided. */
  onBehalfOf?: string;
  /** Whether they may decide only because the stage was overdue. */
  isEscalated: boolean;
  verdict: Verdict;
  comment: string;
  payloadHash: string;
  at: string;
};

/** A stage with who may decide it, as last looked up. */
export type StageRecord = {
  position: number;
  title: Bilingual;
  rule: StageRule;
  selectors: ApproverSelector[];
  state: Stage['state'];
  approvers: string[];
  decisions: DecisionRecord[];
  dueHours?: number;
  dueAt?: string;
  escalateTo?: ApproverSelector[];
  remindedAt?: string;
  escalatedAt?: string;
  /** Since when too few people may decide it. */
  blockedAt?: string;
};

/** A person who decides for an approver now. */
export type StandIn = { delegate: string; delegator: string };

/** One line of what happened. */
export type TimelineRecord = {
  id: string;
  at: string;
  by?: string;
  onBehalfOf?: string;
  event: TimelineEvent;
  comment?: string;
};

/** A request with everything that hangs on the revision in force. */
export type RequestFile = {
  request: RequestRecord;
  revision: RevisionRecord;
  /** What was asked for before. */
  previous?: Pick<RevisionRecord, 'revision' | 'payload'>;
  stages: StageRecord[];
  /** Those who stand in for approvers of the open stage at the time of reading. */
  standIns: StandIn[];
  timeline: TimelineRecord[];
  execution?: Execution;
};

/** What a list shows of a request; its stages only while it waits for somebody. */
export type RequestOverview = Pick<
  RequestFile,
  'request' | 'stages' | 'standIns'
>;

/** Work that is left to do for a request. */
export type TaskType = 'reserve' | 'release' | 'execute' | 'notify' | 'watch';

/** What a notification says, and to whom. */
export type NotifyData = {
  recipients: string[];
  reason:
    | 'decide'
    | 'remind'
    | 'overdue'
    | 'escalated'
    | 'blocked'
    | 'comment'
    | 'approved'
    | 'ended';
};

/** A task that a worker holds. */
export type ClaimedTask = {
  id: string;
  requestId: string;
  revision: number;
  type: TaskType;
  data: NotifyData | Record<string, never>;
  attempts: number;
  ticket: string;
};

/** Everybody who takes part in a request by name. */
export function peopleOf(file: RequestOverview): string[] {
  return [
    ...new Set([
      file.request.requester,
      ...file.stages.flatMap(stage => stage.approvers),
      ...decidersOf(file.stages),
      ...file.standIns.map(({ delegate }) => delegate),
    ]),
  ];
}

/** Those whose voice a stage has had already: who decided, and for whom. */
export function decidersOf(stages: readonly StageRecord[]): string[] {
  return stages.flatMap(stage =>
    stage.decisions.flatMap(({ by, onBehalfOf }) =>
      onBehalfOf ? [by, onBehalfOf] : [by],
    ),
  );
}

/** What the permission rules look at. */
export function scopeOf(file: RequestOverview): RowScope {
  return { tenant: file.request.tenant, people: peopleOf(file) };
}
