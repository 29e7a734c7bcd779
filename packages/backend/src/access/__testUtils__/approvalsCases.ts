import {
  freshOf,
  isRequester,
  isTenantAdmin,
  namespacePayload,
  requestOf,
  unknownOr,
  type Case,
} from './caseParts';
import type { OperationName } from './operations';

type ApprovalsOperation = Extract<OperationName, `approvals.${string}`>;

/** How each operation of approvals is called. */
export const APPROVALS_CASES: {
  [Name in ApprovalsOperation]: Case<Name>;
} = {
  'approvals.kinds.list': { about: 'nothing', input: () => ({}) },
  'approvals.providers.announce': {
    about: 'nothing',
    input: () => ({ pluginId: 'tenancy', kinds: [] }),
    foreignService: 403,
  },
  'approvals.requests.preview': {
    about: 'creation',
    foreignService: 404,
    input: target => ({
      kind: 'namespace.create',
      tenant: unknownOr(target),
      payload: namespacePayload('preview'),
    }),
  },
  'approvals.requests.submit': {
    about: 'creation',
    input: target => ({
      kind: 'namespace.create',
      tenant: unknownOr(target),
      // More than any tenant has.
      payload: { ...namespacePayload('too-big'), cpu: '1000' },
      purpose: 'To see who may submit',
    }),
    status: 400,
    foreignService: 403,
  },
  'approvals.requests.list': {
    about: 'rows',
    input: target => ({ tenant: unknownOr(target) }),
  },
  'approvals.requests.get': {
    about: 'row',
    input: (target, world) => ({ id: requestOf(target, world) }),
  },
  'approvals.requests.decide': {
    about: 'change',
    input: async (target, world) => ({
      ...(await freshOf(target, world)),
      verdict: 'approve',
    }),
    only: isTenantAdmin,
    foreignService: 403,
    foreignServiceUnknown: 403,
  },
  'approvals.requests.revise': {
    about: 'change',
    input: (target, world) => ({
      id: requestOf(target, world),
      payload: namespacePayload('revised'),
      purpose: 'To see who may revise',
    }),
    only: isRequester,
    status: 409,
    foreignService: 403,
  },
  'approvals.requests.withdraw': {
    about: 'change',
    input: async (target, world) => ({ id: (await freshOf(target, world)).id }),
    only: isRequester,
    foreignService: 403,
  },
  'approvals.requests.retry': {
    about: 'change',
    input: (target, world) => ({ id: requestOf(target, world) }),
    status: 409,
  },

  'approvals.requests.cancel': {
    about: 'change',
    input: (target, world) => ({
      id: requestOf(target, world),
      comment: 'To see who may cancel',
    }),
    status: 409,
    foreignService: 403,
    foreignServiceUnknown: 403,
  },
  'approvals.requests.comment': {
    about: 'row',
    input: (target, world) => ({
      id: requestOf(target, world),
      comment: 'To see who may comment',
      idempotencyKey: 'access-comment',
    }),
    foreignService: 403,
    foreignServiceUnknown: 403,
  },
  'approvals.requests.similar': {
    about: 'row',
    input: (target, world) => ({ id: requestOf(target, world) }),
  },
  'approvals.delegations.create': {
    about: 'nothing',
    input: () => ({
      delegate: 'user:default/nobody-of-the-catalog',
      startsAt: '2026-01-01T00:00:00Z',
      // Over already: nobody's decisions are given away by looking.
      endsAt: '2026-01-02T00:00:00Z',
      reason: 'To see who may delegate',
    }),
    status: 400,
    foreignService: 403,
  },
  'approvals.delegations.list': { about: 'nothing', input: () => ({}) },
  'approvals.delegations.revoke': {
    about: 'nothing',
    input: () => ({ id: 'there-is-none' }),
    status: 404,
  },
  'approvals.policies.get': { about: 'nothing', input: () => ({}) },
  'approvals.policies.dryRun': {
    about: 'nothing',
    input: () => ({ text: 'rules: []' }),
  },
};
