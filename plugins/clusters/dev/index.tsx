import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  createFrontendModule,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { tenancyApiRef } from '@caas/plugin-tenancy-react';
import { fakeApi } from '@caas/portal-ui/testing';
import clustersPlugin from '../src';
import { clusters, namespaces } from '../src/__fixtures__/clusters';
import { fakeTenancyApi } from '../src/__fixtures__/fakeTenancyApi';
import { clustersApiRef } from '../src/api';

/** The pages over the fixtures of the tests, without a backend. Open /clusters. */
const fake = {
  clusters: { list: async () => ({ items: clusters }) },
  namespaces: {
    list: async () => ({
      items: namespaces,
      totalCount: namespaces.length,
    }),
  },
} as never;

createDevApp({
  features: [
    clustersPlugin,
    createFrontendModule({
      pluginId: 'clusters',
      extensions: [fakeApi(clustersApiRef, fake)],
    }),
    createFrontendPlugin({
      pluginId: 'tenancy',
      extensions: [fakeApi(tenancyApiRef, fakeTenancyApi)],
    }),
  ],
});
