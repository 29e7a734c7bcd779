/**
 * The pages over the fixtures, without a backend. `yarn start`, then open `/requests`; `/requests/req-1` waits for a
 * decision, `req-2` executes, `req-3` has failed, `req-4` was returned. `/requests/new` is the wizard.
 */
import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  createFrontendModule,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { approvalsApiRef } from '@caas/plugin-approvals-react';
import { tenancyApiRef } from '@caas/plugin-tenancy-react';
import {
  catalogStandIn,
  fakeTenancyApi,
} from '@caas/plugin-tenancy-react/testing';
import { fakeApi } from '@caas/portal-ui/testing';
import plugin from '../src';
import { demoKindPlugin, demoKinds } from '../src/__fixtures__/demoKind';
import { fakeApprovalsApi } from '../src/__fixtures__/fakeApprovalsApi';

const approvals = createFrontendModule({
  pluginId: 'approvals',
  extensions: [
    fakeApi(approvalsApiRef, {
      ...fakeApprovalsApi(),
      kinds: { list: async () => ({ items: demoKinds }) },
    }),
  ],
});

const tenancy = createFrontendPlugin({
  pluginId: 'tenancy',
  extensions: [fakeApi(tenancyApiRef, fakeTenancyApi())],
});

createDevApp({
  features: [plugin, approvals, tenancy, catalogStandIn, demoKindPlugin],
});
