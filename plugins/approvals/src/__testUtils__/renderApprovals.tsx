import { identityApiRef } from '@backstage/core-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  approvalsApiRef,
  type ApprovalsApi,
} from '@caas/plugin-approvals-react';
import { tenancyApiRef, type TenancyApi } from '@caas/plugin-tenancy-react';
import { approvalsPlugin } from '../plugin';
import { demoKindPlugin } from '../__fixtures__/demoKind';
import { fakeApprovalsApi } from '../__fixtures__/fakeApprovalsApi';
import { fakeTenancyApi } from '../__fixtures__/fakeTenancyApi';

/** Opens a page of the plugin as a person would. */
export function renderApprovals(options: {
  path: string;
  api?: ApprovalsApi;
  tenancyApi?: TenancyApi;
  person?: string;
  language?: 'zh-CN' | 'en';
}) {
  const {
    path,
    api = fakeApprovalsApi(),
    tenancyApi = fakeTenancyApi(),
    person = 'user:default/wang-fang',
    language = 'en',
  } = options;
  // The language that the person chose last; it would outlive the test.
  window.localStorage.setItem('language', language);
  return renderTestApp({
    features: [approvalsPlugin, demoKindPlugin],
    initialRouteEntries: [path],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    config: {
      app: {
        baseUrl: 'http://localhost:3000',
        extensions: [
          {
            'api:app/app-language': {
              config: { availableLanguages: ['zh-CN', 'en'] },
            },
          },
        ],
      },
      backend: { baseUrl: 'http://localhost:7007' },
    },
    apis: [
      [approvalsApiRef, api],
      [tenancyApiRef, tenancyApi],
      [identityApiRef, mockApis.identity({ userEntityRef: person })],
    ],
  });
}
