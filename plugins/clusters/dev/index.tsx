import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  createFrontendModule,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { tenancyApiRef } from '@caas/plugin-tenancy-react';
import { fakeApi } from '@caas/portal-ui/testing';
import clustersPlugin from '../src';
import { fakeClustersApi } from '../src/__fixtures__/fakeClustersApi';
import { fakeTenancyApi } from '@caas/plugin-tenancy-react/testing';
import { clustersApiRef } from '../src/api';

/** The pages over the fixtures of the tests, without a backend. Open /clusters. */
createDevApp({
  features: [
    clustersPlugin,
    createFrontendModule({
      pluginId: 'clusters',
      extensions: [fakeApi(clustersApiRef, fakeClustersApi as never)],
    }),
    createFrontendPlugin({
      pluginId: 'tenancy',
      extensions: [fakeApi(tenancyApiRef, fakeTenancyApi())],
    }),
  ],
});
