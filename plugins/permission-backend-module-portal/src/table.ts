import type { Permission } from '@backstage/plugin-permission-common';
import {
  catalogEntityCreatePermission,
  catalogEntityDeletePermission,
  catalogEntityReadPermission,
  catalogEntityRefreshPermission,
  catalogEntityValidatePermission,
  catalogIngestionManagePermission,
  catalogIngestionReadPermission,
  catalogLocationAnalyzePermission,
  catalogLocationCreatePermission,
  catalogLocationDeletePermission,
  catalogLocationReadPermission,
} from '@backstage/plugin-catalog-common/alpha';
import {
  kubernetesClustersReadPermission,
  kubernetesProxyPermission,
  kubernetesResourcesReadPermission,
} from '@backstage/plugin-kubernetes-common';
import {
  actionExecutePermission,
  taskCancelPermission,
  taskCreatePermission,
  taskReadPermission,
  templateDryRunPermission,
  templateManagementPermission,
  templateParameterReadPermission,
  templateStepReadPermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import {
  policyReadPermission,
  policyTryPermission,
  requestCancelPermission,
  requestCreatePermission,
  requestDecidePermission,
  requestReadPermission,
  requestRetryPermission,
  requestUpdatePermission,
} from '@caas/plugin-approvals-common';
import { auditReadPermission } from '@caas/plugin-audit-common';
import {
  applySetReadPermission,
  clusterDeletePermission,
  clusterReadPermission,
  clusterRegisterPermission,
  clusterUpdatePermission,
  namespaceReadPermission,
  nodeCordonPermission,
  nodeDrainPermission,
  nodeLabelPermission,
  nodeReadPermission,
  nodeTaintPermission,
  podLogReadPermission,
  workloadReadPermission,
  workloadRestartPermission,
  workloadScalePermission,
} from '@caas/plugin-clusters-common';
import {
  PLATFORM_ROLES,
  TENANT_ROLES,
  customRoleUpdatePermission,
  departmentUpdatePermission,
  memberUpdatePermission,
  namespaceExportReadPermission,
  tenantCreatePermission,
  tenantNamespaceReadPermission,
  tenantReadPermission,
  tenantSetStatePermission,
  tenantUpdatePermission,
  type PlatformRole,
  type TenantRole,
} from '@caas/plugin-tenancy-common';
import { maintenanceUsePermission } from './maintenance/permission';
import { ofNoTenant, type Criteria } from './rowLanguages';

/** Who has one permission. Nobody else does. */
export type TableRow = {
  permission: Permission;
  /** Platform roles that have it everywhere. */
  platform?: readonly PlatformRole[];
  /** Tenant roles that have it for what their tenant owns; in general, when the permission is not about rows. */
  tenant?: readonly TenantRole[];
  /** People whom the row names have it, whatever their role. */
  involved?: true;
  /** Everybody who is signed in has it: for all rows, or for those that meet the criteria. */
  everybody?: true | Criteria;
};

const builders = ['tenant-admin', 'developer'] as const;
/** Who works on what runs in a tenant's namespaces. */
const workers = ['tenant-admin', 'developer', 'operator'] as const;
const clusterAdmins = ['platform-admin', 'cluster-admin'] as const;
const admin = ['platform-admin'] as const;
const adminAndAuditor = ['platform-admin', 'auditor'] as const;

/**
 * Who may do what: the one place that says so.
 *
 * What is not in the table is denied to everybody but platform administrators.
 */
// prettier-ignore
export const PORTAL_TABLE: readonly TableRow[] = [
  // Clusters
  { permission: clusterReadPermission,            platform: PLATFORM_ROLES,  tenant: TENANT_ROLES },
  { permission: clusterRegisterPermission,        platform: admin },
  // A token that expires is renewed by those who run the clusters.
  { permission: clusterUpdatePermission,          platform: clusterAdmins },
  { permission: clusterDeletePermission,          platform: admin },
  { permission: namespaceReadPermission,          platform: PLATFORM_ROLES,  tenant: TENANT_ROLES },
  { permission: nodeReadPermission,               platform: PLATFORM_ROLES },
  { permission: workloadReadPermission,           platform: PLATFORM_ROLES,  tenant: TENANT_ROLES },
  // Logs hold what people typed: viewers see that something runs, auditors what was done, and neither what it wrote.
  { permission: podLogReadPermission,             platform: clusterAdmins,   tenant: workers },
  { permission: workloadRestartPermission,        platform: clusterAdmins,   tenant: workers },
  { permission: workloadScalePermission,          platform: clusterAdmins,   tenant: workers },
  { permission: nodeCordonPermission,             platform: clusterAdmins },
  { permission: nodeDrainPermission,              platform: clusterAdmins },
  { permission: nodeLabelPermission,              platform: clusterAdmins },
  { permission: nodeTaintPermission,              platform: clusterAdmins },
  { permission: applySetReadPermission,           platform: PLATFORM_ROLES,  tenant: TENANT_ROLES },

  // The stock Kubernetes plugin, with the portal's own account: it knows no tenants, so it is for nobody in one. What it
  // shows is for those who see every namespace here; its proxy, which changes things too, for those who run clusters.
  { permission: kubernetesClustersReadPermission,  platform: PLATFORM_ROLES },
  { permission: kubernetesResourcesReadPermission, platform: PLATFORM_ROLES },
  { permission: kubernetesProxyPermission,         platform: clusterAdmins },

  // Tenancy
  { permission: tenantReadPermission,             platform: PLATFORM_ROLES,  tenant: TENANT_ROLES },
  // A tenant comes and goes by the platform; who is in it, what they may do and how they are organised is its own affair.
  // Platform administrators can do that too, for a tenant whose administrators have left the house.
  { permission: tenantCreatePermission,           platform: admin },
  { permission: tenantSetStatePermission,         platform: admin },
  { permission: tenantUpdatePermission,           platform: admin,           tenant: ['tenant-admin'] },
  { permission: memberUpdatePermission,           platform: admin,           tenant: ['tenant-admin'] },
  { permission: customRoleUpdatePermission,       platform: admin,           tenant: ['tenant-admin'] },
  { permission: departmentUpdatePermission,       platform: admin,           tenant: ['tenant-admin'] },
  { permission: tenantNamespaceReadPermission,    platform: PLATFORM_ROLES,  tenant: TENANT_ROLES },
  // Manifests show how something is built and what it is told: more than a list of what there is.
  { permission: namespaceExportReadPermission,    platform: admin,           tenant: ['tenant-admin'] },

  // Approvals. Deciding is narrowed further by the desk itself: only approvers of the open stage, never the requester.
  { permission: requestReadPermission,            platform: adminAndAuditor, tenant: TENANT_ROLES, involved: true },
  // Applying is for those who will use it: a platform administrator manages tenants, and is a member of none.
  { permission: requestCreatePermission,                                     tenant: ['tenant-admin', 'developer', 'operator'] },
  { permission: requestUpdatePermission,                                                           involved: true },
  { permission: requestDecidePermission,          platform: admin,           tenant: ['tenant-admin'], involved: true },
  { permission: requestRetryPermission,           platform: admin,           tenant: ['tenant-admin'] },
  { permission: requestCancelPermission,          platform: admin,           tenant: ['tenant-admin'] },
  // The rules explain decisions to whoever works with them; a dry run shows the requests of every tenant.
  { permission: policyReadPermission,             platform: PLATFORM_ROLES,  tenant: ['tenant-admin'] },
  { permission: policyTryPermission,              platform: adminAndAuditor },

  // Audit
  { permission: auditReadPermission,              platform: adminAndAuditor },

  // Catalog. What carries the label of a tenant, its namespaces and its group, is for that tenant; the rest is for
  // everybody. Registering what a template has made runs with the credentials of the person who used it.
  { permission: catalogEntityReadPermission,      platform: PLATFORM_ROLES,  tenant: TENANT_ROLES, everybody: ofNoTenant },
  { permission: catalogEntityCreatePermission,    platform: admin,           tenant: builders },
  { permission: catalogLocationCreatePermission,  platform: admin,           tenant: builders },
  { permission: catalogEntityRefreshPermission,   platform: admin,                                 involved: true },
  { permission: catalogEntityDeletePermission,    platform: admin,                                 involved: true },
  { permission: catalogEntityValidatePermission,  platform: admin },
  { permission: catalogLocationReadPermission,    platform: admin },
  { permission: catalogLocationDeletePermission,  platform: admin },
  { permission: catalogLocationAnalyzePermission, platform: admin },
  { permission: catalogIngestionReadPermission,   platform: admin },
  { permission: catalogIngestionManagePermission, platform: admin },

  // Templates
  { permission: templateParameterReadPermission,                                                   everybody: true },
  { permission: templateStepReadPermission,                                                        everybody: true },
  { permission: taskCreatePermission,             platform: admin,           tenant: builders },
  { permission: actionExecutePermission,          platform: admin,           tenant: builders },
  { permission: taskReadPermission,               platform: adminAndAuditor,                       involved: true },
  { permission: taskCancelPermission,             platform: admin,                                 involved: true },
  { permission: templateManagementPermission,     platform: admin },
  { permission: templateDryRunPermission,         platform: admin },

  // Scheduled tasks and actions that Backstage serves under every plugin's address
  { permission: maintenanceUsePermission,         platform: admin },
];
