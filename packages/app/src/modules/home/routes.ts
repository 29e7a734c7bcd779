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

/** Takes `?kind=`. */
export const newRequestRouteRef = createExternalRouteRef({
  defaultTarget: 'approvals.newRequest',
});

export const tenantsRouteRef = createExternalRouteRef({
  defaultTarget: 'tenancy.root',
});

export const tenantRouteRef = createExternalRouteRef({
  params: ['code'],
  defaultTarget: 'tenancy.tenant',
});
