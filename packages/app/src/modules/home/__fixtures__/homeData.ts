import type { Entity } from '@backstage/catalog-model';
import type { RequestSummary } from '@caas/plugin-approvals-common';
import type { Tenant } from '@caas/plugin-tenancy-common';

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

export const pool = (environment: string) => ({
  cluster: 'nonprod',
  environment,
  hard: { cpuMillicores: 20_000, memoryBytes: 80 * GiB },
  allocated: { cpuMillicores: 6_000, memoryBytes: 24 * GiB },
  requested: { cpuMillicores: 2_000, memoryBytes: 4 * GiB },
});

export const life: Tenant = {
  code: 'life',
  name: '寿险',
  nameEn: 'Life insurance',
  state: 'active',
  group: 'group:default/life',
  contacts: [],
  myRoles: ['developer'],
  namespaceCount: 3,
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
