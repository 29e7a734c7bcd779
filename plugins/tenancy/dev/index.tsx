/** The pages over the fixtures, without a backend. `yarn start`, then open `/tenants`. */
import { createDevApp } from '@backstage/frontend-dev-utils';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { tenancyApiRef } from '@caas/plugin-tenancy-react';
import { catalogStandIn } from '@caas/plugin-tenancy-react/testing';
import { fakeApi } from '@caas/portal-ui/testing';
import plugin from '../src';
import { fakeTenancyApi } from '../src/__fixtures__/fakeTenancyApi';

const tenancy = createFrontendModule({
  pluginId: 'tenancy',
  extensions: [fakeApi(tenancyApiRef, fakeTenancyApi())],
});

createDevApp({ features: [plugin, tenancy, catalogStandIn] });
