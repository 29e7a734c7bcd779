import { bilingual, says, type Bilingual } from '@caas/contract';
import { z } from 'zod';
import { REQUEST_STATES } from './transitions';

export { bilingual, type Bilingual };

/** Id of a request, as the desk made it. @public */
export const requestId = z.string().trim().min(1).max(64);

/** Name of a request kind, such as `namespace.create`. @public */
export const requestKindName = z
  .string()
  .trim()
  .regex(
    /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/,
    says(
      "A request kind is written like 'namespace.create'",
      '申请类型的格式如“namespace.create”',
    ),
  )
  .max(100);

/** The payload of a request: a JSON object that its kind's owner validates. @public */
export const requestPayload = z.record(z.string().max(100), z.json());

/** @public */
export type RequestPayload = z.infer<typeof requestPayload>;

/** One fact that an approver should see. `warning` marks what speaks against approving. @public */
export const evidenceItem = z.object({
  /** Stable id, such as `pool.cpu`. */
  id: z.string().max(100),
  label: bilingual,
  value: bilingual,
  tone: z.enum(['neutral', 'good', 'warning']).default('neutral'),
  /** Figures for a bar: what is used and limited, in the same unit. */
  gauge: z
    .object({
      /** Taken before this request. */
      used: z.number(),
      /** What this request adds. */
      requested: z.number(),
      limit: z.number(),
      unit: z.string().max(20),
    })
    .optional(),
});

/** @public */
export type EvidenceItem = z.infer<typeof evidenceItem>;

/** What a domain knows about a request: facts, and the exact objects that it would create. @public */
export const evidence = z.object({
  items: z.array(evidenceItem).max(50),
  objects: z.array(z.record(z.string(), z.json())).max(200),
});

/** @public */
export type Evidence = z.infer<typeof evidence>;

/** One step of an execution. @public */
export const executionStep = z.object({
  id: z.string().max(100),
  label: bilingual,
  state: z.enum(['waiting', 'working', 'done', 'failed']),
  /** What it waits for, or why it failed. */
  message: bilingual.optional(),
});

/** @public */
export type ExecutionStep = z.infer<typeof executionStep>;

/** How far the domain is with an approved request. @public */
export const execution = z.object({
  state: z.enum(['working', 'done', 'failed']),
  steps: z.array(executionStep).max(50),
  /** Why it failed, or what it waits for, in a sentence. */
  message: bilingual.optional(),
  /** Of a failure: whether it passes by itself, so that the desk tries again by schedule. */
  isTemporary: z.boolean().optional(),
  /** When the desk tries again by itself; ISO 8601. */
  retryAt: z.string().max(40).optional(),
});

/** @public */
export type Execution = z.infer<typeof execution>;

/** Verdicts on a stage. @public */
export const verdict = z.enum(['approve', 'reject', 'return']);

/** @public */
export type Verdict = z.infer<typeof verdict>;

/** A decision that a person made on a stage. @public */
export const decision = z.object({
  by: z.string(),
  /** The approver for whom `by` decided, as their delegate. */
  onBehalfOf: z.string().optional(),
  verdict,
  comment: z.string(),
  /** Hash of the payload that the person saw. */
  payloadHash: z.string(),
  at: z.string(),
});

/** A stage of a request. @public */
export const stage = z.object({
  index: z.number().int(),
  title: bilingual,
  state: z.enum([
    'waiting',
    'open',
    'passed',
    'rejected',
    'returned',
    'skipped',
  ]),
  /** How many decisions it takes: one (`any`), each approver (`all`), or a number. */
  rule: z.union([
    z.object({ mode: z.enum(['any', 'all']) }),
    z.object({ mode: z.literal('quorum'), count: z.number().int().min(1) }),
  ]),
  /** Entity refs of those who may decide, as last resolved. An empty open stage is blocked. */
  approvers: z.array(z.string()),
  /** Delegates who stand in for an approver of the open stage now. */
  standIns: z
    .array(z.object({ delegate: z.string(), delegator: z.string() }))
    .optional(),
  decisions: z.array(decision),
  /** ISO 8601; the approvers are reminded after it. */
  dueAt: z.string().optional(),
  /** Since when more people than the rule names may decide, because it was overdue. */
  escalatedAt: z.string().optional(),
  /** Since when too few people may decide it. */
  blockedAt: z.string().optional(),
});

/** @public */
export type Stage = z.infer<typeof stage>;

/** What a request would be, before it is made. Nothing of it is promised: roles, pools and rules may change until then. @public */
export const requestPreview = z.object({
  title: bilingual,
  /** The payload in its normal form, as it would be frozen. */
  payload: requestPayload,
  evidence,
  /** The policy rule that would give the stages. */
  policy: z.object({ rule: z.string(), version: z.string() }),
  /** Who would decide, in order. None when a rule approves it by itself. */
  stages: z.array(stage.pick({ title: true, rule: true, approvers: true })),
  /** Why a rule would approve it by itself. */
  automaticReason: bilingual.optional(),
});

/** @public */
export type RequestPreview = z.infer<typeof requestPreview>;

/** One line of a request's timeline. @public */
export const timelineEntry = z.object({
  id: z.string(),
  at: z.string(),
  /** Entity ref, or undefined for what the system did. */
  by: z.string().optional(),
  /** The approver for whom `by` acted. */
  onBehalfOf: z.string().optional(),
  event: z.string(),
  comment: z.string().optional(),
});

/** @public */
export type TimelineEntry = z.infer<typeof timelineEntry>;

/** A request as a row of a list. @public */
export const requestSummary = z.object({
  id: requestId,
  kind: requestKindName,
  /** What is asked for in one line, written by the kind's owner. */
  title: bilingual,
  tenant: z.string(),
  environment: z.string().optional(),
  requester: z.string(),
  state: z.enum(REQUEST_STATES),
  version: z.number().int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  /** Title of the open stage. */
  stageTitle: bilingual.optional(),
  /** When the open stage is due; ISO 8601. */
  dueAt: z.string().optional(),
  /** Whether the caller may decide the open stage now. */
  canDecide: z.boolean(),
});

/** @public */
export type RequestSummary = z.infer<typeof requestSummary>;

/** A request with everything that an approver needs. @public */
export const requestDetail = requestSummary.extend({
  purpose: z.string(),
  payload: requestPayload,
  /** SHA-256 of the canonical payload; a decision names the hash that it was made on. */
  payloadHash: z.string(),
  revision: z.number().int(),
  /** What the revision before this one asked for. */
  previous: z
    .object({ revision: z.number().int(), payload: requestPayload })
    .optional(),
  /** When the request expires, if it is neither decided nor revised before; ISO 8601. */
  expiresAt: z.string().optional(),
  /** The policy rule that gave the stages. */
  policy: z.object({ rule: z.string(), version: z.string() }).optional(),
  stages: z.array(stage),
  evidence: evidence.optional(),
  execution: execution.optional(),
  timeline: z.array(timelineEntry),
  /** What the caller may do now. */
  can: z.object({
    decide: z.boolean(),
    withdraw: z.boolean(),
    revise: z.boolean(),
    retry: z.boolean(),
    cancel: z.boolean(),
    /** The approver for whom the caller would decide, as their delegate. */
    decideFor: z.string().optional(),
    /** Why `decide` is false, in a sentence. */
    reason: bilingual.optional(),
  }),
});

/** @public */
export type RequestDetail = z.infer<typeof requestDetail>;

/** A decision on an earlier request of the same kind, for the same tenant or environment. @public */
export const similarDecision = z.object({
  requestId,
  title: bilingual,
  tenant: z.string(),
  environment: z.string().optional(),
  requester: z.string(),
  by: z.string(),
  onBehalfOf: z.string().optional(),
  verdict,
  comment: z.string(),
  at: z.string(),
});

/** @public */
export type SimilarDecision = z.infer<typeof similarDecision>;

/** A kind of request, as its owner announced it. @public */
export const requestKind = z.object({
  kind: requestKindName,
  title: bilingual,
  description: bilingual,
  /** Plugin that owns it. */
  pluginId: z.string().max(100),
});

/** @public */
export type RequestKind = z.infer<typeof requestKind>;
