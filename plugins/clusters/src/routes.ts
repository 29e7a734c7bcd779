import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/frontend-plugin-api';

export const rootRouteRef = createRouteRef();

export const tenantRouteRef = createExternalRouteRef({
  params: ['code'],
  defaultTarget: 'tenancy.tenant',
});
