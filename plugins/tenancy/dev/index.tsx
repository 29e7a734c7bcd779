/** The pages over the fixtures, without a backend. `yarn start`, then open `/tenants`. */
import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  createFrontendModule,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { tenancyApiRef } from '@caas/plugin-tenancy-react';
import { fakeApi } from '@caas/portal-ui/testing';
import plugin from '../src';
import { fakeTenancyApi } from '../src/__fixtures__/fakeTenancyApi';

const tenancy = createFrontendModule({
  pluginId: 'tenancy',
  extensions: [fakeApi(tenancyApiRef, fakeTenancyApi())],
});

/** Stands for the catalog, so that links to people lead somewhere. */
const catalog = createFrontendPlugin({
  pluginId: 'catalog',
  extensions: [
    PageBlueprint.make({
      params: {
        path: '/catalog/:namespace/:kind/:name',
        routeRef: entityRouteRef,
        loader: async () => <></>,
      },
    }),
  ],
});

createDevApp({ features: [plugin, tenancy, catalog] });
