import { createDevApp } from '@backstage/frontend-dev-utils';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { catalogStandIn } from '@caas/plugin-tenancy-react/testing';
import { fakeApi } from '@caas/portal-ui/testing';
import auditPlugin from '../src';
import { auditEvents } from '../src/__fixtures__/auditEvents';
import { auditApiRef } from '../src/api';

/** The page over the fixtures of the tests, without a backend. Open /audit. */
const fake = {
  events: {
    list: async () => ({
      items: auditEvents,
      totalCount: auditEvents.length,
    }),
  },
} as never;

createDevApp({
  features: [
    auditPlugin,
    createFrontendModule({
      pluginId: 'audit',
      extensions: [fakeApi(auditApiRef, fake)],
    }),
    catalogStandIn,
  ],
});
