import { operation } from '@caas/contract';
import { z } from 'zod';
import {
  bilingual,
  evidence,
  execution,
  requestId,
  requestKindName,
  requestPayload,
} from './schemas';

const subject = z.object({
  kind: requestKindName,
  tenant: z.string().min(1).max(63),
  /** Entity ref of the person who asks. */
  requester: z.string().min(1).max(300),
  payload: requestPayload,
  /** What it is for, in the words of the person who asks. */
  purpose: z.string().max(500).optional(),
  /** Undefined for a preview. */
  requestId: requestId.optional(),
});

const approved = subject.extend({
  requestId,
  payloadHash: z.string().max(128),
});

/**
 * What every domain that announces request kinds serves, under its own address.
 *
 * @remarks
 * `validate` throws an `InputError` or a `ConflictError` in the person's words, and answers the payload in its normal
 * form, which is what gets hashed and frozen. `reserve`, `release` and `execute` are idempotent by request id.
 * `execute` records what is wanted and answers how far it is; approvals asks again until it is `done` or `failed`. `cancel` takes back what `execute`
 * recorded and has not finished; it throws a `ConflictError` in a sentence when that cannot be done.
 *
 * @public
 */
export const requestKindProviderContract = {
  requestKinds: {
    validate: operation({
      method: 'POST',
      path: '/request-kinds/{kind}/validate',
      summary: 'Check a payload and answer its normal form',
      access: { kind: 'service' },
      audit: { event: 'request-kind-validate', severity: 'low' },
    })
      .input(subject)
      .output(
        z.object({
          payload: requestPayload,
          title: bilingual,
          environment: z.string().max(63).optional(),
        }),
      ),
    evidence: operation({
      method: 'POST',
      path: '/request-kinds/{kind}/evidence',
      summary: 'Say what speaks for and against a request',
      access: { kind: 'service' },
      audit: { event: 'request-kind-evidence', severity: 'low' },
    })
      .input(subject)
      .output(evidence),
    reserve: operation({
      method: 'POST',
      path: '/request-kinds/{kind}/reserve',
      summary: 'Show a pending request where its resources are counted',
      access: { kind: 'service' },
      audit: { event: 'request-kind-reserve', severity: 'low' },
    })
      .input(approved)
      .output(z.object({})),
    release: operation({
      method: 'POST',
      path: '/request-kinds/{kind}/release',
      summary: 'Forget a request that ended without being approved',
      access: { kind: 'service' },
      audit: { event: 'request-kind-release', severity: 'low' },
    })
      .input(approved)
      .output(z.object({})),
    execute: operation({
      method: 'POST',
      path: '/request-kinds/{kind}/execute',
      summary: 'Carry out an approved request, or say how far it is',
      access: { kind: 'service' },
      audit: { event: 'request-kind-execute', severity: 'low' },
    })
      .input(approved)
      .output(execution),
    cancel: operation({
      method: 'POST',
      path: '/request-kinds/{kind}/cancel',
      summary: 'Take back an approved request that is not carried out yet',
      access: { kind: 'service' },
      audit: { event: 'request-kind-cancel', severity: 'medium' },
    })
      .input(approved)
      .output(
        z.object({
          /** False where the owner has no way to take back what it began. */
          isSupported: z.boolean(),
        }),
      ),
  },
};

/** @public */
export type RequestKindProviderContract = typeof requestKindProviderContract;
