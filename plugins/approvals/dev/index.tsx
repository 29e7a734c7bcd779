/**
 * The pages over the fixtures, without a backend. `yarn start`, then open `/requests`; `/requests/req-1` waits for a
 * decision, `req-2` executes, `req-3` has failed, `req-4` was returned.
 */
import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  createFrontendModule,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { approvalsApiRef } from '@caas/plugin-approvals-react';
import { tenancyApiRef } from '@caas/plugin-tenancy-react';
import { catalogStandIn } from '@caas/plugin-tenancy-react/testing';
import { fakeApi } from '@caas/portal-ui/testing';
import plugin from '../src';
import { demoKindPlugin } from '../src/__fixtures__/demoKind';
import { fakeApprovalsApi } from '../src/__fixtures__/fakeApprovalsApi';
import { fakeTenancyApi } from '../src/__fixtures__/fakeTenancyApi';

const approvals = createFrontendModule({
  pluginId: 'approvals',
  extensions: [fakeApi(approvalsApiRef, fakeApprovalsApi())],
});

const tenancy = createFrontendPlugin({
  pluginId: 'tenancy',
  extensions: [fakeApi(tenancyApiRef, fakeTenancyApi())],
});

createDevApp({
  features: [plugin, approvals, tenancy, catalogStandIn, demoKindPlugin],
});
