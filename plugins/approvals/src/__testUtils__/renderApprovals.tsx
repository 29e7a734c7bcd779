import { identityApiRef } from '@backstage/core-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  approvalsApiRef,
  type ApprovalsApi,
} from '@caas/plugin-approvals-react';
import { appInLanguage } from '@caas/portal-ui/testing';
import { tenancyApiRef, type TenancyApi } from '@caas/plugin-tenancy-react';
import { approvalsPlugin } from '../plugin';
import { demoKindPlugin } from '../__fixtures__/demoKind';
import { fakeApprovalsApi } from '../__fixtures__/fakeApprovalsApi';
import { fakeTenancyApi } from '@caas/plugin-tenancy-react/testing';

const people = [
  ['li-wei', '李伟'],
  ['wang-fang', '王芳'],
].map(([name, displayName]) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  spec: { profile: { displayName } },
}));

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
  return renderTestApp({
    ...appInLanguage(language),
    features: [approvalsPlugin, demoKindPlugin],
    initialRouteEntries: [path],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    apis: [
      [approvalsApiRef, api],
      [tenancyApiRef, tenancyApi],
      [catalogApiRef, catalogApiMock({ entities: people })],
      [identityApiRef, mockApis.identity({ userEntityRef: person })],
    ],
  });
}
