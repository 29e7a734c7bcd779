/**
 * The pages over the fixtures, without a backend. `yarn start`, then open `/requests`; `/requests/req-1` waits for a
 * decision, `req-2` executes, `req-3` has failed, `req-4` was returned.
 */
import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { approvalsApiRef } from '@caas/plugin-approvals-react';
import { tenancyApiRef } from '@caas/plugin-tenancy-react';
import plugin from '../src';
import { demoKindPlugin } from '../src/__fixtures__/demoKind';
import { fakeApprovalsApi } from '../src/__fixtures__/fakeApprovalsApi';
import { fakeTenancyApi } from '../src/__fixtures__/fakeTenancyApi';

const approvals = plugin.withOverrides({
  extensions: [
    plugin.getExtension('api:approvals').override({
      params: define =>
        define({
          api: approvalsApiRef,
          deps: {},
          factory: () => fakeApprovalsApi(),
        }),
    }),
  ],
});

const tenancy = createFrontendPlugin({
  pluginId: 'tenancy',
  extensions: [
    ApiBlueprint.make({
      params: define =>
        define({
          api: tenancyApiRef,
          deps: {},
          factory: () => fakeTenancyApi(),
        }),
    }),
  ],
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

createDevApp({ features: [approvals, tenancy, catalog, demoKindPlugin] });
