import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

export const rootRouteRef = createRouteRef();

export const tenantRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/:code',
});

/** No code of a tenant begins with a hyphen. */
export const newTenantRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/-/new',
});

export const editTenantRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/:code/edit',
});

export const requestsRouteRef = createExternalRouteRef({
  defaultTarget: 'approvals.root',
});

export const newRequestRouteRef = createExternalRouteRef({
  defaultTarget: 'approvals.newRequest',
});

export const requestRouteRef = createExternalRouteRef({
  params: ['id'],
  defaultTarget: 'approvals.request',
});

export const clusterNamespaceRouteRef = createExternalRouteRef({
  params: ['cluster', 'namespace'],
  defaultTarget: 'clusters.namespace',
});

export const auditRouteRef = createExternalRouteRef({
  defaultTarget: 'audit.root',
});
