import { callerFacts, type Caller, type Tenant } from './callers';
import type { InputOf, OperationName } from './operations';

/** What is there before the first call: in each tenant a request that waits for its decision, and an apply set. */
export type World = {
  requests: Record<Tenant, string>;
  applySets: Record<Tenant, { cluster: string; id: string }>;
  /** Name of the namespace, on the cluster `nonprod`. */
  namespaces: Record<Tenant, string>;
  /** Name of a pod in that namespace. */
  pods: Record<Tenant, string>;
  /** Makes another request in the tenant, for an operation that ends it. */
  freshRequest(tenant: Tenant): Promise<{ id: string; payloadHash: string }>;
};

/** A tenant, or one that nobody has heard of. */
export type Target = Tenant | 'unknown';

/**
 * What a call is about, which says how it is refused.
 *
 * - `nothing`: no row; whoever lacks the permission is refused with 403
 * - `rows`: a list, which holds nothing of other tenants
 * - `row`: one row to read; 404 when it is not the caller's
 * - `change`: one row to change; 404 when the caller may not even read it, else 403
 * - `creation`: a new row in a tenant; 404 when the caller may not make one there
 */
export type About = 'nothing' | 'rows' | 'row' | 'change' | 'creation';

export type Case<Name extends OperationName> = {
  about: About;
  input(target: Target, world: World): InputOf<Name> | Promise<InputOf<Name>>;
  /** Status for whoever may, when it is not a success. The call is made so that it changes nothing. */
  status?: number;
  /** What the domain asks beyond the permission. */
  only?(caller: Caller, tenant: Tenant): boolean;
  /** Status for a service that does not belong to the portal, when it is not that of whoever may. */
  foreignService?: number;
  /** The same for a row that is not there, when that is not 404. */
  foreignServiceUnknown?: number;
};

const UNKNOWN_REQUEST = '00000000-0000-4000-8000-000000000000';
const unknownOr = (target: Target) =>
  target === 'unknown' ? 'nowhere' : target;
const requestOf = (target: Target, { requests }: World) =>
  target === 'unknown' ? UNKNOWN_REQUEST : requests[target];

const applySetOf = (target: Target, { applySets }: World) =>
  target === 'unknown'
    ? { cluster: 'nonprod', id: 'there-is-none' }
    : applySets[target];
const podOf = (target: Target, { namespaces, pods }: World) => ({
  cluster: 'nonprod',
  namespace: target === 'unknown' ? 'there-is-none' : namespaces[target],
  pod: target === 'unknown' ? 'there-is-none' : pods[target],
});
const namespaceOf = (target: Target, { namespaces }: World) => ({
  cluster: 'nonprod',
  namespace: target === 'unknown' ? 'there-is-none' : namespaces[target],
});
const workloadOf = (target: Target, { namespaces }: World) => ({
  cluster: 'nonprod',
  namespace: target === 'unknown' ? 'there-is-none' : namespaces[target],
  kind: 'Deployment' as const,
  name: 'claims',
});
const NO_NODE = { cluster: 'nonprod', name: 'there-is-none' };
const freshOf = (target: Target, world: World) =>
  target === 'unknown'
    ? { id: UNKNOWN_REQUEST, payloadHash: 'of nothing' }
    : world.freshRequest(target);

export const namespacePayload = (name: string) => ({
  name,
  cluster: 'nonprod',
  environment: 'dev',
  cpu: '100m',
  memory: '64Mi',
});

const subjectOf = (target: Target) => ({
  kind: 'namespace.create',
  tenant: unknownOr(target),
  requester: 'user:default/li-wei',
  payload: namespacePayload('smuggled'),
});
const approvedOf = (target: Target, world: World) => ({
  ...subjectOf(target),
  requestId: requestOf(target, world),
  payloadHash: 'not-approved',
});

const isRequester = (caller: Caller, tenant: Tenant) =>
  caller === `developer of ${tenant}`;
const isTenantAdmin = (caller: Caller, tenant: Tenant) =>
  callerFacts(caller).tenant?.code === tenant &&
  callerFacts(caller).tenant?.role === 'tenant-admin';

/** A cluster that could be registered, if there were one. */
const registration = () => ({
  title: '集群',
  titleEn: 'Cluster',
  environments: ['dev' as const],
  url: 'https://127.0.0.1:1',
  token: 'x',
});

/** How each operation is called. One that is missing does not compile. */
export const CASES: { [Name in OperationName]: Case<Name> } = {
  'clusters.clusters.list': { about: 'nothing', input: () => ({}) },
  'clusters.namespaces.list': {
    about: 'rows',
    input: target => ({ tenant: unknownOr(target) }),
  },
  'clusters.clusters.get': {
    about: 'nothing',
    input: () => ({ cluster: 'nonprod' }),
  },
  // Nothing listens there, and nothing is saved: these change no cluster of the test.
  'clusters.registrations.test': {
    about: 'nothing',
    input: () => ({ url: 'https://127.0.0.1:1', token: 'x' }),
  },
  'clusters.registrations.register': {
    about: 'nothing',
    input: () => ({ name: 'nonprod', ...registration() }),
    status: 409,
  },
  'clusters.registrations.get': {
    about: 'nothing',
    input: () => ({ cluster: 'nonprod' }),
    status: 409,
  },
  'clusters.registrations.testChange': {
    about: 'nothing',
    input: () => ({ cluster: 'nonprod', url: 'https://127.0.0.1:1' }),
    status: 409,
  },
  'clusters.registrations.update': {
    about: 'nothing',
    input: () => ({ cluster: 'nonprod', version: 1, ...registration() }),
    status: 409,
  },
  'clusters.registrations.remove': {
    about: 'nothing',
    input: () => ({ cluster: 'nonprod', version: 1 }),
    status: 409,
  },
  'clusters.nodes.list': {
    about: 'nothing',
    input: () => ({ cluster: 'nonprod' }),
  },
  'clusters.nodes.get': {
    about: 'nothing',
    input: () => ({ cluster: 'nonprod', name: 'nonprod-general-1' }),
  },
  'clusters.workloads.list': {
    about: 'rows',
    input: target => ({ tenant: unknownOr(target) }),
  },
  'clusters.pods.list': {
    about: 'rows',
    input: target => ({ tenant: unknownOr(target) }),
  },
  // It counts, over namespaces that the caller may see; whom they belong to is not told when there are none.
  'clusters.workloads.ofEntity': {
    about: 'nothing',
    input: () => ({ entity: 'claims' }),
  },
  // Scaled from what it never had: whoever may is told that it has something else.
  'clusters.workloads.scale': {
    about: 'change',
    input: (target, world) => ({
      ...workloadOf(target, world),
      from: 99,
      to: 98,
    }),
    status: 409,
  },
  'clusters.workloads.restart': { about: 'change', input: workloadOf },
  'clusters.nodes.cordon': {
    about: 'nothing',
    input: () => NO_NODE,
    status: 404,
  },
  'clusters.nodes.uncordon': {
    about: 'nothing',
    input: () => NO_NODE,
    status: 404,
  },
  'clusters.nodes.label': {
    about: 'nothing',
    input: () => ({
      ...NO_NODE,
      changes: [{ key: 'team', from: null, to: 'x' }],
    }),
    status: 404,
  },
  'clusters.nodes.taint': {
    about: 'nothing',
    input: () => ({
      ...NO_NODE,
      changes: [{ key: 'team', effect: 'NoSchedule', from: null, to: 'x' }],
    }),
    status: 404,
  },
  'clusters.drains.preview': {
    about: 'nothing',
    input: () => ({ cluster: 'nonprod', node: 'nonprod-dmz-1' }),
  },
  'clusters.drains.start': {
    about: 'nothing',
    input: () => ({
      cluster: 'nonprod',
      node: 'there-is-none',
      reason: 'access-test',
    }),
    status: 404,
  },
  'clusters.drains.list': {
    about: 'nothing',
    input: () => ({ cluster: 'nonprod' }),
  },
  'clusters.drains.get': {
    about: 'nothing',
    input: () => ({ cluster: 'nonprod', id: 'there-is-none' }),
    status: 404,
  },
  'clusters.drains.cancel': {
    about: 'nothing',
    input: () => ({ cluster: 'nonprod', id: 'there-is-none' }),
    status: 404,
  },
  'clusters.pods.get': { about: 'row', input: podOf },
  'clusters.pods.log': {
    about: 'row',
    input: (target, world) => ({ ...podOf(target, world), tailLines: 10 }),
  },
  'clusters.pods.followLog': {
    about: 'row',
    input: (target, world) => ({ ...podOf(target, world), tailLines: 10 }),
  },
  'clusters.events.list': {
    about: 'rows',
    input: target => ({ tenant: unknownOr(target) }),
  },
  'clusters.jobs.list': {
    about: 'rows',
    input: target => ({ tenant: unknownOr(target) }),
  },
  'clusters.autoscalers.list': {
    about: 'rows',
    input: target => ({ tenant: unknownOr(target) }),
  },
  'clusters.services.list': {
    about: 'rows',
    input: target => ({ tenant: unknownOr(target) }),
  },
  'clusters.ingresses.list': {
    about: 'rows',
    input: target => ({ tenant: unknownOr(target) }),
  },
  'clusters.gateways.list': {
    about: 'rows',
    input: target => ({ tenant: unknownOr(target) }),
  },
  'clusters.routes.list': {
    about: 'rows',
    input: target => ({ tenant: unknownOr(target) }),
  },
  'clusters.persistentVolumeClaims.list': {
    about: 'rows',
    input: target => ({ tenant: unknownOr(target) }),
  },
  'clusters.tenants.usage': {
    about: 'rows',
    input: target => ({ tenant: unknownOr(target) }),
  },
  'clusters.usage.ofCluster': {
    about: 'nothing',
    input: () => ({ cluster: 'nonprod' }),
  },
  'clusters.usage.ofNamespace': { about: 'row', input: namespaceOf },
  'clusters.applySets.put': {
    about: 'nothing',
    input: (target, world) => ({
      ...applySetOf(target, world),
      tenant: unknownOr(target),
      generation: 2,
      reason: 'access-test',
      objects: [
        {
          apiVersion: 'v1',
          kind: 'Namespace',
          metadata: { name: `access-${unknownOr(target)}` },
        },
      ],
    }),
    foreignService: 403,
  },
  'clusters.applySets.get': { about: 'row', input: applySetOf },
  'clusters.applySets.changes': { about: 'row', input: applySetOf },
  'clusters.applySets.list': {
    about: 'rows',
    input: target => ({ tenant: unknownOr(target) }),
  },
  'clusters.applySets.delete': {
    about: 'row',
    input: (target, world) => ({
      ...applySetOf(target, world),
      reason: 'access-test',
    }),
    foreignService: 403,
  },

  'tenancy.tenants.list': { about: 'rows', input: () => ({}) },
  'tenancy.tenants.get': {
    about: 'row',
    input: target => ({ code: unknownOr(target) }),
  },
  'tenancy.namespaces.list': {
    about: 'rows',
    input: target => ({ tenant: unknownOr(target) }),
  },
  'tenancy.memberships.mine': { about: 'nothing', input: () => ({}) },
  'tenancy.memberships.get': {
    about: 'nothing',
    input: () => ({ user: 'user:default/li-wei' }),
  },
  'tenancy.memberships.holders': {
    about: 'nothing',
    input: target => ({ role: 'developer', tenant: unknownOr(target) }),
  },
  'tenancy.claimedGroups.record': {
    about: 'nothing',
    input: () => ({ user: 'user:default/li-wei', groups: ['claimed'] }),
    foreignService: 403,
  },
  'tenancy.projection.get': { about: 'nothing', input: () => ({}) },
  'tenancy.quotas.list': {
    about: 'row',
    input: target => ({ code: unknownOr(target) }),
  },
  'tenancy.requestKinds.validate': {
    about: 'nothing',
    input: subjectOf,
    foreignService: 403,
  },
  'tenancy.requestKinds.evidence': {
    about: 'nothing',
    input: subjectOf,
    foreignService: 403,
  },
  'tenancy.requestKinds.reserve': {
    about: 'nothing',
    input: approvedOf,
    foreignService: 403,
  },
  'tenancy.requestKinds.release': {
    about: 'nothing',
    input: approvedOf,
    foreignService: 403,
  },
  'tenancy.requestKinds.execute': {
    about: 'nothing',
    input: approvedOf,
    foreignService: 403,
  },

  'tenancy.requestKinds.cancel': {
    about: 'nothing',
    input: approvedOf,
    foreignService: 403,
  },

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

  'audit.events.list': { about: 'nothing', input: () => ({}) },
};
