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

/** Takes `?query=`. */
export const searchRouteRef = createExternalRouteRef({
  defaultTarget: 'search.root',
});

/** Takes `?filters[kind]=` and `?filters[user]=`. */
export const catalogRouteRef = createExternalRouteRef({
  defaultTarget: 'catalog.catalogIndex',
});

export const entityRouteRef = createExternalRouteRef({
  params: ['kind', 'namespace', 'name'],
  defaultTarget: 'catalog.catalogEntity',
});

export const apisRouteRef = createExternalRouteRef({
  defaultTarget: 'api-docs.root',
});

export const docsRouteRef = createExternalRouteRef({
  defaultTarget: 'techdocs.root',
});

/** What the workbench leads to. */
export const externalRoutes = {
  createService: createServiceRouteRef,
  requests: requestsRouteRef,
  request: requestRouteRef,
  newRequest: newRequestRouteRef,
  tenants: tenantsRouteRef,
  tenant: tenantRouteRef,
  search: searchRouteRef,
  catalog: catalogRouteRef,
  entity: entityRouteRef,
  apis: apisRouteRef,
  docs: docsRouteRef,
};
