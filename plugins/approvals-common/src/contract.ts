import { operation, pageInput, pageOf } from '@caas/contract';
import { z } from 'zod';
import {
  requestCreatePermission,
  requestDecidePermission,
  requestReadPermission,
  requestRetryPermission,
  requestUpdatePermission,
} from './permissions';
import {
  evidence,
  requestDetail,
  requestId,
  requestKind,
  requestKindName,
  requestPayload,
  requestSummary,
  verdict,
} from './schemas';
import { REQUEST_STATES } from './transitions';

const tenantCode = z.string().trim().min(1, 'Choose a tenant').max(63);
const purpose = z
  .string()
  .trim()
  .min(5, 'Say in at least 5 characters what it is for')
  .max(500, 'Say in at most 500 characters what it is for');
const comment = z
  .string()
  .trim()
  .max(1000, 'A comment has at most 1000 characters');
const one = z.object({ id: requestId });

/**
 * The operations of approvals, the one desk where decisions are made.
 *
 * @public
 */
export const approvalsContract = {
  kinds: {
    list: operation({
      method: 'GET',
      path: '/kinds',
      summary: 'List the kinds of request that can be made',
      access: { kind: 'authenticated' },
    })
      .input(z.object({}))
      .output(z.object({ items: z.array(requestKind) })),
  },
  providers: {
    announce: operation({
      method: 'PUT',
      path: '/providers/{pluginId}',
      summary: 'Announce the request kinds that a domain executes',
      access: { kind: 'service' },
      audit: { event: 'provider-announce', severity: 'low' },
    })
      .input(
        z.object({
          pluginId: z.string().min(1).max(100),
          kinds: z.array(requestKind.omit({ pluginId: true })).max(50),
        }),
      )
      .output(z.object({ kinds: z.number().int() })),
  },
  requests: {
    preview: operation({
      method: 'POST',
      path: '/previews',
      summary: 'Check a payload and show its evidence without submitting it',
      access: { kind: 'permission', permission: requestCreatePermission },
      audit: { event: 'request-preview', severity: 'low' },
    })
      .input(
        z.object({
          kind: requestKindName,
          tenant: tenantCode,
          payload: requestPayload,
        }),
      )
      .output(z.object({ evidence })),
    submit: operation({
      method: 'POST',
      path: '/requests',
      summary: 'Submit a request',
      successStatus: 201,
      access: { kind: 'permission', permission: requestCreatePermission },
      audit: { event: 'request-submit', severity: 'medium' },
    })
      .input(
        z.object({
          kind: requestKindName,
          tenant: tenantCode,
          payload: requestPayload,
          purpose,
          /** Chosen by the caller, so that a repeated submit makes one request. */
          idempotencyKey: z.string().trim().min(8).max(64).optional(),
        }),
      )
      .output(requestDetail),
    list: operation({
      method: 'GET',
      path: '/requests',
      summary: 'List requests: to decide, mine, or all that the caller may see',
      access: { kind: 'permission', permission: requestReadPermission },
    })
      .input(
        pageInput.extend({
          view: z.enum(['to-decide', 'mine', 'all']).default('all'),
          state: z.enum(REQUEST_STATES).optional(),
          tenant: tenantCode.optional(),
        }),
      )
      .output(pageOf(requestSummary)),
    get: operation({
      method: 'GET',
      path: '/requests/{id}',
      summary: 'Show a request with stages, evidence, timeline and execution',
      access: { kind: 'permission', permission: requestReadPermission },
    })
      .input(one)
      .output(requestDetail),
    decide: operation({
      method: 'POST',
      path: '/requests/{id}/decisions',
      summary: 'Approve, reject or return the open stage',
      access: { kind: 'permission', permission: requestDecidePermission },
      audit: { event: 'request-decide', severity: 'high' },
    })
      .input(
        one.extend({
          verdict,
          comment: comment.default(''),
          /** Hash of the payload that the person saw. */
          payloadHash: z.string().min(1).max(128),
        }),
      )
      .output(requestDetail),
    revise: operation({
      method: 'PUT',
      path: '/requests/{id}',
      summary: 'Submit a new revision of a returned request',
      access: { kind: 'permission', permission: requestUpdatePermission },
      audit: { event: 'request-revise', severity: 'medium' },
    })
      .input(one.extend({ payload: requestPayload, purpose }))
      .output(requestDetail),
    withdraw: operation({
      method: 'POST',
      path: '/requests/{id}/withdrawal',
      summary: 'Withdraw a request that is not decided yet',
      access: { kind: 'permission', permission: requestUpdatePermission },
      audit: { event: 'request-withdraw', severity: 'medium' },
    })
      .input(one.extend({ comment: comment.default('') }))
      .output(requestDetail),
    retry: operation({
      method: 'POST',
      path: '/requests/{id}/retry',
      summary: 'Try a failed execution again',
      access: { kind: 'permission', permission: requestRetryPermission },
      audit: { event: 'request-retry', severity: 'medium' },
    })
      .input(one)
      .output(requestDetail),
  },
};

/** @public */
export type ApprovalsContract = typeof approvalsContract;
