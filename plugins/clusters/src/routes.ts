import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

export const rootRouteRef = createRouteRef();

export const clusterRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/:cluster',
});

/** No name of a cluster begins with a hyphen. */
export const registerClusterRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/-/register',
});

export const editClusterRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/:cluster/edit',
});

export const nodeRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/:cluster/nodes/:node',
});

export const namespaceRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/:cluster/namespaces/:namespace',
});

export const podRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/:cluster/namespaces/:namespace/pods/:pod',
});

export const applySetRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/:cluster/apply-sets/:id',
});

export const tenantRouteRef = createExternalRouteRef({
  params: ['code'],
  defaultTarget: 'tenancy.tenant',
});
