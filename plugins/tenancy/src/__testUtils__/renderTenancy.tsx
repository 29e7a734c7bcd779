import { type ReactNode } from 'react';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import {
  AuthorizeResult,
  type EvaluatePermissionRequest,
} from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { approvalsApiRef } from '@caas/plugin-approvals-react';
import { tenancyApiRef, type TenancyApi } from '@caas/plugin-tenancy-react';
import { fakeTenancyApi } from '@caas/plugin-tenancy-react/testing';
import { fakeDesk } from '../__fixtures__/fakes';
import { tenancyPlugin } from '../plugin';
import { standIns } from '../__fixtures__/standIns';
import { testApp } from './testApp';

const person = (name: string, displayName: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  spec: { profile: { displayName }, memberOf: [] },
});

/** What the pages ask of others than tenancy. */
export function otherApis(may: readonly string[] | 'everything') {
  const authorize = ({ permission }: EvaluatePermissionRequest) =>
    may === 'everything' || may.includes(permission.name)
      ? AuthorizeResult.ALLOW
      : AuthorizeResult.DENY;
  const toasts: ReactNode[] = [];
  return {
    toasts,
    apis: [
      [approvalsApiRef, fakeDesk()],
      [permissionApiRef, mockApis.permission({ authorize })],
      [
        catalogApiRef,
        catalogApiMock({
          entities: [person('li-wei', '李伟'), person('sun-li', '孙莉')],
        }),
      ],
      [
        toastApiRef,
        {
          post: ({ title }: { title: ReactNode }) => {
            toasts.push(title);
            return { close: () => {} };
          },
        },
      ],
    ] as never[],
  };
}

/** Opens a page of the plugin as a person would; answers what it said when something was done. */
export function renderTenancy(options: {
  path: string;
  api?: TenancyApi;
  language?: 'zh-CN' | 'en';
  /** Names of the permissions that the person has. */
  may?: readonly string[] | 'everything';
}) {
  const { path, api = fakeTenancyApi(), language, may = [] } = options;
  const { apis, toasts } = otherApis(may);
  renderTestApp({
    ...testApp(language),
    features: [tenancyPlugin, ...standIns],
    initialRouteEntries: [path],
    apis: [[tenancyApiRef, api], ...apis],
  });
  return { toasts };
}
