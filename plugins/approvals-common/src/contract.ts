import { operation, pageInput, pageOf, says } from '@caas/contract';
import { z } from 'zod';
import { delegation, newDelegation } from './delegations';
import {
  policyReadPermission,
  policyTryPermission,
  requestCancelPermission,
  requestCreatePermission,
  requestDecidePermission,
  requestReadPermission,
  requestRetryPermission,
  requestUpdatePermission,
} from './permissions';
import { dryRun, policyInForce, policyText } from './policies';
import { comment, purpose, tenantCode } from './requestTexts';
import {
  requestDetail,
  requestId,
  requestKind,
  requestKindName,
  requestPayload,
  requestPreview,
  requestSummary,
  similarDecision,
  verdict,
} from './schemas';
import { REQUEST_STATES } from './transitions';

/**
 * How many requests beyond a page its list counts: nobody pages through more, and to count on would take longer with every
 * request that was ever made.
 *
 * @public
 */
export const REQUESTS_COUNTED_BEYOND = 1000;

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
          /** The returned request that would be asked for again in this way; by its requester only. */
          revises: requestId.optional(),
        }),
      )
      .output(requestPreview),
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
      .output(
        pageOf(requestSummary).extend({
          totalCount: z
            .number()
            .int()
            .min(0)
            .describe(
              `How many there are; counted no further than ${REQUESTS_COUNTED_BEYOND} beyond this page, so that number and more of them`,
            ),
        }),
      ),
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
    cancel: operation({
      method: 'POST',
      path: '/requests/{id}/cancellation',
      summary: 'Cancel an approved request that failed or is under way',
      access: { kind: 'permission', permission: requestCancelPermission },
      audit: { event: 'request-cancel', severity: 'high' },
    })
      .input(
        one.extend({
          comment: comment.min(
            1,
            says(
              'Say why, so that the person who asked knows',
              '请说明原因，让申请人知道',
            ),
          ),
        }),
      )
      .output(requestDetail),
    comment: operation({
      method: 'POST',
      path: '/requests/{id}/comments',
      summary: 'Comment on a request',
      access: { kind: 'permission', permission: requestReadPermission },
      audit: { event: 'request-comment', severity: 'low' },
    })
      .input(
        one.extend({
          comment: comment.min(1, says('Write a comment', '请填写评论')),
          /** Chosen by the caller, so that a repeated comment stands there once. */
          idempotencyKey: z.string().trim().min(8).max(64),
        }),
      )
      .output(requestDetail),
    similar: operation({
      method: 'GET',
      path: '/requests/{id}/similar',
      summary: 'List the last decisions on requests like this one',
      access: { kind: 'permission', permission: requestReadPermission },
    })
      .input(one)
      .output(z.object({ items: z.array(similarDecision) })),
  },
  delegations: {
    create: operation({
      method: 'POST',
      path: '/delegations',
      summary: 'Let somebody decide for the caller during a period',
      successStatus: 201,
      access: { kind: 'authenticated' },
      audit: { event: 'delegation-create', severity: 'high' },
    })
      .input(newDelegation)
      .output(delegation),
    list: operation({
      method: 'GET',
      path: '/delegations',
      summary: 'List the delegations by and to the caller, newest first',
      access: { kind: 'authenticated' },
    })
      .input(pageInput)
      .output(pageOf(delegation)),
    revoke: operation({
      method: 'POST',
      path: '/delegations/{id}/revocation',
      summary: 'End a delegation by or to the caller',
      access: { kind: 'authenticated' },
      audit: { event: 'delegation-revoke', severity: 'high' },
    })
      .input(z.object({ id: z.string().trim().min(1).max(64) }))
      .output(delegation),
  },
  policies: {
    get: operation({
      method: 'GET',
      path: '/policies',
      summary: 'Show the policy in force, and what is wrong with its file',
      access: { kind: 'permission', permission: policyReadPermission },
    })
      .input(z.object({}))
      .output(policyInForce),
    dryRun: operation({
      method: 'POST',
      path: '/policies/dry-run',
      summary: 'Replay recent requests against an edited policy',
      access: { kind: 'permission', permission: policyTryPermission },
      audit: { event: 'policy-dry-run', severity: 'low' },
    })
      .input(
        z.object({
          text: policyText,
          /** How many of the last requests. */
          limit: z.number().int().min(1).max(500).default(100),
        }),
      )
      .output(dryRun),
  },
};

/** @public */
export type ApprovalsContract = typeof approvalsContract;
