import { ConflictError, InputError } from '@backstage/errors';
import {
  endOfLease,
  ENVIRONMENTS,
  LEASE_MAX_DAYS,
  namespaceDeletePayload,
  namespaceRenewPayload,
  refuseLeaseDate,
  type Environment,
} from '@caas/plugin-tenancy-common';
import { z } from 'zod';
import { inBothLanguages } from './inBothLanguages';
import { parsePayload } from './parsePayload';

const ofNamespace = {
  name: z.string(),
  cluster: z.string(),
  environment: z.enum(ENVIRONMENTS),
};
const frozenRenewal = namespaceRenewPayload.extend({
  ...ofNamespace,
  /** Last day of the lease when it was asked for. */
  from: z.string(),
});
const frozenDeletion = namespaceDeletePayload.extend(ofNamespace);

/** What a form sends. @throws InputError with one sentence for each field. */
export const parseRenewal = (raw: unknown) =>
  parsePayload(namespaceRenewPayload, raw);
export const parseDeletion = (raw: unknown) =>
  parsePayload(namespaceDeletePayload, raw);

/** What the desk kept. */
export const readFrozenRenewal = (raw: unknown) =>
  parsePayload(frozenRenewal, raw);
export const readFrozenDeletion = (raw: unknown) =>
  parsePayload(frozenDeletion, raw);

const PRODUCTION: Environment = 'prod';
/** What a request was submitted without, before leases were: as much as its namespace would have got then. */
const DAYS_WITHOUT = 90;
const DAY_MS = 24 * 60 * 60 * 1000;

type Asked = { environment: Environment; leaseUntil?: string };

/** @throws InputError when a new namespace lacks a lease, or may not have the one that is asked for. */
export function assertLease(
  { environment, leaseUntil }: Asked,
  now: Date,
): void {
  if (environment === PRODUCTION) {
    if (leaseUntil === undefined) return;
    throw inBothLanguages(InputError, {
      'zh-CN':
        'leaseUntil: 生产环境的命名空间没有租期，会一直保留到有人删除。请不要填写',
      en: 'leaseUntil: a namespace of production has no lease, and stays until somebody deletes it. Leave it out',
    });
  }
  if (leaseUntil === undefined) {
    throw inBothLanguages(InputError, {
      'zh-CN':
        'leaseUntil: 请填写命名空间使用到哪一天，例如 2026-12-31。只有生产环境没有租期',
      en: `leaseUntil: say until which day the namespace is needed, such as 2026-12-31. Only '${PRODUCTION}' has no lease`,
    });
  }
  assertLeaseDate(leaseUntil, now);
}

/** @throws InputError when a lease may not end on that day. */
export function assertLeaseDate(leaseUntil: string, now: Date): void {
  const refusal = refuseLeaseDate(leaseUntil, now);
  if (refusal === undefined) return;
  throw inBothLanguages(InputError, {
    'zh-CN': `leaseUntil: 租期截止日“${leaseUntil}”不可用：请选择今日起 ${LEASE_MAX_DAYS} 天以内的日期`,
    en: `leaseUntil: ${refusal}`,
  });
}

/**
 * When the lease of a namespace that is made now is over; undefined in production.
 *
 * @throws ConflictError when it is over already: the decision took longer than the lease was to last.
 */
export function leaseEndOf(
  { environment, leaseUntil }: Asked,
  now: Date,
): Date | undefined {
  if (environment === PRODUCTION) return undefined;
  const late = new Date(now.getTime() + DAYS_WITHOUT * DAY_MS);
  const until = endOfLease(leaseUntil ?? late.toISOString().slice(0, 10));
  if (until > now) return until;
  throw inBothLanguages(ConflictError, {
    'zh-CN': `该命名空间申请使用到 ${leaseUntil}，现已过期。请提交新的申请`,
    en: `The namespace was wanted until ${leaseUntil}, which is over by now. Submit a new request`,
  });
}
