import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

export const rootRouteRef = createRouteRef();

export const newRequestRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/new',
});

export const delegationsRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/delegations',
});

export const policyRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/policy',
});

export const requestRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/:id',
});

export const revisionRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/:id/revision',
});

export const tenantRouteRef = createExternalRouteRef({
  params: ['code'],
  defaultTarget: 'tenancy.tenant',
});
