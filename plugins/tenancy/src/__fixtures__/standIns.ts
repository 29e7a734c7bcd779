import { createExtensionInput } from '@backstage/frontend-plugin-api';
import { RequestKindBlueprint } from '@caas/plugin-approvals-react';
import { standIn } from '@caas/portal-ui/testing';

/** What the pages of tenants lead to, for tests and the dev page. */
export const standIns = [
  standIn({
    pluginId: 'approvals',
    path: '/requests',
    below: { newRequest: '/new', request: '/:id' },
    inputs: {
      requestKinds: createExtensionInput([
        RequestKindBlueprint.dataRefs.requestKind,
      ]),
    },
  }),
  standIn({
    pluginId: 'clusters',
    path: '/clusters',
    below: { namespace: '/:cluster/namespaces/:namespace' },
  }),
  standIn({ pluginId: 'audit', path: '/audit' }),
];
