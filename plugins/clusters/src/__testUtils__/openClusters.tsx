import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import { tenancyApiRef } from '@caas/plugin-tenancy-react';
import { fakeApi } from '@caas/portal-ui/testing';
import { screen } from '@testing-library/react';
import { fakeClustersApi } from '../__fixtures__/fakeClustersApi';
import { fakeTenancyApi } from '@caas/plugin-tenancy-react/testing';
import { clustersApiRef } from '../api';
import { clustersPlugin } from '../plugin';

/** Whole pages take their time on a loaded machine. */
const TIMEOUT_MS = 20_000;

/** Opens a page of the plugin over the fixtures, with other answers of some operations. */
export function openClusters(address: string, changes: object = {}) {
  return renderTestApp({
    features: [
      clustersPlugin,
      createFrontendModule({
        pluginId: 'clusters',
        extensions: [
          // The fixtures have the operations that pages use.
          fakeApi(clustersApiRef, { ...fakeClustersApi, ...changes } as never),
        ],
      }),
    ],
    apis: [[tenancyApiRef, fakeTenancyApi()]],
    initialRouteEntries: [address],
  });
}

/** A titled part of the page. */
export const region = (name: string) =>
  screen.findByRole('region', { name }, { timeout: TIMEOUT_MS });

export const text = (words: string | RegExp) =>
  screen.findByText(words, {}, { timeout: TIMEOUT_MS });

/** Answers of operations that go wrong, or have nothing. */
export const deny = async () => {
  throw new NotAllowedError('Not yours');
};
export const fail = async () => {
  throw new Error('The portal is out of order');
};
export const nothing = async () => ({ items: [], totalCount: 0 });
export const never = () => new Promise<never>(() => {});
