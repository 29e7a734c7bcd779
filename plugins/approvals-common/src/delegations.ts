import { instant, says } from '@caas/contract';
import { z } from 'zod';

/** Nobody stands in for somebody else for longer than this. @public */
export const DELEGATION_MAX_DAYS = 90;

/** Entity ref of a person, in lower case as the catalog writes it. */
const person = z
  .string()
  .trim()
  .max(300)
  .regex(
    /^user:[^:/\s]+\/[^:/\s]+$/i,
    says(
      "Write a person like 'user:default/li-wei'",
      '请按“user:default/li-wei”的格式填写人员',
    ),
  )
  .transform(ref => ref.toLocaleLowerCase('en-US'));

/** A delegation as it is asked for: who decides for the caller, and when. @public */
export const newDelegation = z.object({
  delegate: person,
  startsAt: instant,
  endsAt: instant,
  reason: z
    .string()
    .trim()
    .min(
      2,
      says('Say why somebody stands in for you', '请说明为什么由他人代理'),
    )
    .max(
      500,
      says('A reason has at most 500 characters', '原因最多 500 个字符'),
    ),
});

/** States of a delegation: it holds while it is `active`. @public */
export const DELEGATION_STATES = [
  'planned',
  'active',
  'ended',
  'revoked',
] as const;

/** @public */
export type DelegationState = (typeof DELEGATION_STATES)[number];

/** A person who decides for another during a period. @public */
export const delegation = z.object({
  id: z.string(),
  /** Who is stood in for. */
  delegator: z.string(),
  /** Who decides for them. */
  delegate: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  reason: z.string(),
  state: z.enum(DELEGATION_STATES),
  createdAt: z.string(),
  revokedAt: z.string().optional(),
});

/** @public */
export type Delegation = z.infer<typeof delegation>;
