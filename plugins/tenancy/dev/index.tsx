/** The pages over the fixtures, without a backend. `yarn start`, then open `/tenants`. */
import { createDevApp } from '@backstage/frontend-dev-utils';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  type CatalogApi,
} from '@backstage/plugin-catalog-react';
import { approvalsApiRef } from '@caas/plugin-approvals-react';
import { tenancyApiRef } from '@caas/plugin-tenancy-react';
import {
  catalogStandIn,
  fakeTenancyApi,
} from '@caas/plugin-tenancy-react/testing';
import { fakeApi } from '@caas/portal-ui/testing';
import plugin from '../src';
import { fakeDesk } from '../src/__fixtures__/fakes';
import { standIns } from '../src/__fixtures__/standIns';

const tenancy = createFrontendModule({
  pluginId: 'tenancy',
  extensions: [fakeApi(tenancyApiRef, fakeTenancyApi())],
});

const desk = createFrontendModule({
  pluginId: 'approvals',
  extensions: [fakeApi(approvalsApiRef, fakeDesk())],
});

/** A catalog without anybody: people stand by their references. */
const nobody = {
  getEntities: async () => ({ items: [] }),
  getEntitiesByRefs: async ({ entityRefs }: { entityRefs: string[] }) => ({
    items: entityRefs.map(() => undefined),
  }),
  getEntityByRef: async () => undefined,
};

const catalog = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    // Safe: the pages ask for people alone.
    fakeApi(catalogApiRef, nobody as unknown as CatalogApi),
  ],
});

createDevApp({
  features: [plugin, tenancy, ...standIns, desk, catalogStandIn, catalog],
});
