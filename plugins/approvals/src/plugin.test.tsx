import { screen } from '@testing-library/react';
import { fetchApiRef } from '@backstage/core-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { tenancyApiRef } from '@caas/plugin-tenancy-react';
import { fakeTenancyApi } from '@caas/plugin-tenancy-react/testing';
import { namespaceKind, pendingRequest } from './__fixtures__/requests';
import { approvalsPlugin } from './plugin';

/** Answers like the backend, and remembers what it was asked. */
function fakeBackend() {
  const asked: string[] = [];
  const fetch = async (input: RequestInfo | URL) => {
    const url = new URL(String(input));
    asked.push(`${url.pathname}${url.search}`);
    const body = url.pathname.endsWith('/kinds')
      ? { items: [namespaceKind] }
      : { items: [pendingRequest], totalCount: 1 };
    return new Response(JSON.stringify(body), {
      headers: { 'content-type': 'application/json' },
    });
  };
  return { asked, fetch };
}

describe('approvalsPlugin', () => {
  it('reads requests through the contract, and sends no filter that is not set', async () => {
    const { asked, fetch } = fakeBackend();
    renderTestApp({
      features: [approvalsPlugin],
      initialRouteEntries: ['/requests?view=all'],
      apis: [
        [fetchApiRef, { fetch }],
        [tenancyApiRef, fakeTenancyApi()],
      ],
    });
    expect(
      await screen.findByText('Namespace life-billing-dev'),
    ).toBeInTheDocument();
    expect(asked).toContainEqual(
      expect.stringMatching(/\/requests\?view=all&limit=20&offset=0$/),
    );
  });
});
