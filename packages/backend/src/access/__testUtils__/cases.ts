import { APPROVALS_CASES } from './approvalsCases';
import {
  namespacePayload,
  requestOf,
  unknownOr,
  type Case,
  type Target,
  type World,
} from './caseParts';
import { NAMESPACE_EXPORT_CASES } from './namespaceExportCases';
import { NAMESPACE_LIFECYCLE_CASES } from './namespaceLifecycle';
import type { OperationName } from './operations';
import { ORGANISATION_CASES } from './organisationCases';

export {
  namespacePayload,
  type Case,
  type Target,
  type World,
} from './caseParts';

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
    status: 404,
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
  // Of a workload that is not there: a restart would replace the pods that others are asked for.
  'clusters.workloads.restart': {
    about: 'change',
    input: (target, world) => ({
      ...workloadOf(target, world),
      name: 'there-is-none',
    }),
    status: 404,
  },
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
  ...NAMESPACE_LIFECYCLE_CASES,
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
  ...NAMESPACE_EXPORT_CASES,
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

  ...ORGANISATION_CASES,
  ...APPROVALS_CASES,

  'audit.events.list': { about: 'nothing', input: () => ({}) },
};
