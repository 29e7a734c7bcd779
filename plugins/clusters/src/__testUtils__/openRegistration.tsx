import {
  createFrontendModule,
  toastApiRef,
} from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { tenancyApiRef } from '@caas/plugin-tenancy-react';
import { fakeApi } from '@caas/portal-ui/testing';
import { fakeClustersApi } from '../__fixtures__/fakeClustersApi';
import { fakeTenancyApi } from '@caas/plugin-tenancy-react/testing';
import { clustersApiRef } from '../api';
import { clustersPlugin } from '../plugin';

/** Opens a page with answers of the operations of registration; what these were asked is in the result. */
export function openRegistration(
  address: string,
  registrations: object = {},
  isAllowed = true,
  changes: object = {},
) {
  const asked: [string, object][] = [];
  const record =
    (name: string, answer: (input: object) => Promise<unknown>) =>
    async (input: object) => {
      asked.push([name, input]);
      return answer(input);
    };
  const answers = { ...fakeClustersApi.registrations, ...registrations };
  const recorded = Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [
      name,
      record(name, answer as () => Promise<unknown>),
    ]),
  );
  renderTestApp({
    features: [
      clustersPlugin,
      createFrontendModule({
        pluginId: 'clusters',
        extensions: [
          fakeApi(clustersApiRef, {
            ...fakeClustersApi,
            ...changes,
            registrations: recorded,
            // The fixtures have the operations that pages use.
          } as never),
        ],
      }),
    ],
    apis: [
      [tenancyApiRef, fakeTenancyApi()],
      [
        permissionApiRef,
        mockApis.permission({
          authorize: isAllowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
        }),
      ],
      [toastApiRef, { post: () => ({ close: () => {} }) }],
    ] as never,
    initialRouteEntries: [address],
  });
  return asked;
}
