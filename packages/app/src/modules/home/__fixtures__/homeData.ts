import type { Entity } from '@backstage/catalog-model';
import type { RequestSummary } from '@caas/plugin-approvals-common';
import {
  usualResources,
  type ListedTenant,
  type Namespace,
} from '@caas/plugin-tenancy-common';

/** What the tests of the workbench show. */
export const request: RequestSummary = {
  id: 'r1',
  kind: 'namespace.create',
  title: { 'zh-CN': '申请命名空间', en: 'Namespace life-policy-dev' },
  tenant: 'life',
  requester: 'user:default/li-wei',
  state: 'pending',
  version: 1,
  createdAt: '2026-11-21T08:00:00Z',
  updatedAt: '2026-11-21T08:00:00Z',
  canDecide: false,
};

const GiB = 2 ** 30;

const inDays = (days: number) =>
  new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString();

/** A namespace whose lease ends in three days. */
export const endingNamespace: Namespace = {
  id: 'ns-1',
  name: 'life-policy-dev',
  tenant: 'life',
  cluster: 'nonprod',
  environment: 'dev',
  resources: usualResources({ cpuMillicores: 2000, memoryBytes: 4 * GiB }),
  purpose: '保单系统开发环境',
  state: 'ready',
  lease: {
    until: inDays(3.5),
    stage: 'reminded',
    nextAt: inDays(2.5),
    heldBy: [],
  },
  requestId: 'r1',
  requester: 'user:default/li-wei',
  createdAt: '2026-11-20T08:00:00Z',
};

/** Long after its two weeks. */
export const distantNamespace: Namespace = {
  ...endingNamespace,
  id: 'ns-2',
  name: 'life-quote-dev',
  lease: {
    until: inDays(60),
    stage: 'running',
    nextAt: inDays(46),
    heldBy: [],
  },
};

export const life: ListedTenant = {
  code: 'life',
  name: '寿险',
  nameEn: 'Life insurance',
  state: 'active',
  group: 'group:default/life',
  contacts: [],
  origin: 'file',
  fileSays: ['name', 'nameEn', 'group'],
  version: 1,
  myRoles: ['developer'],
  namespaceCount: 3,
  tightestQuota: {
    cluster: 'nonprod',
    environment: 'dev',
    dimension: 'cpuMillicores',
    hard: 20_000,
    allocated: 6_000,
    requested: 2_000,
  },
};

export const policyService: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'policy-service', title: 'Policy service' },
  spec: { type: 'service', lifecycle: 'production' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/life' }],
};

export const policyApi: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'API',
  metadata: { name: 'policy-api', title: 'Policy API' },
  spec: { type: 'openapi', lifecycle: 'deprecated' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/life' }],
};

export const claimService: Entity = {
  ...policyService,
  metadata: { name: 'claim-service', title: 'Claim service' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/property' }],
};
