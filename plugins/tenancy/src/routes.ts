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
