import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/frontend-plugin-api';

export const rootRouteRef = createRouteRef();

export const createServiceRouteRef = createExternalRouteRef({
  defaultTarget: 'scaffolder.root',
});

export const requestsRouteRef = createExternalRouteRef({
  defaultTarget: 'approvals.root',
});

export const requestRouteRef = createExternalRouteRef({
  params: ['id'],
  defaultTarget: 'approvals.request',
});

export const newRequestRouteRef = createExternalRouteRef({
  params: ['kind'],
  defaultTarget: 'approvals.newRequest',
});

export const tenantsRouteRef = createExternalRouteRef({
  defaultTarget: 'tenancy.root',
});

export const tenantRouteRef = createExternalRouteRef({
  params: ['code'],
  defaultTarget: 'tenancy.tenant',
});
