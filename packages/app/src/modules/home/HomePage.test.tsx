import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { storageApiRef } from '@backstage/frontend-plugin-api';
import {
  MockStarredEntitiesApi,
  catalogApiRef,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { RequestSummary } from '@caas/plugin-approvals-common';
import { approvalsApiRef } from '@caas/plugin-approvals-react';
import { tenancyApiRef } from '@caas/plugin-tenancy-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  claimService,
  distantNamespace,
  endingNamespace,
  life,
  policyApi,
  policyService,
  request,
} from './__fixtures__/homeData';
import { targets } from './__fixtures__/pages';
import { homePlugin } from './homePlugin';

type View = 'to-decide' | 'mine';

async function show(options: {
  list: (query: {
    view: View;
  }) => Promise<{ items: RequestSummary[]; totalCount: number }>;
  tenants?: unknown[];
}) {
  const tenants = options.tenants ?? [life];
  const catalog = catalogApiMock({
    entities: [policyService, policyApi, claimService],
  });
  const calls = {
    tenants: jest.fn(async () => ({
      items: tenants,
      totalCount: tenants.length,
    })),
    owned: jest.spyOn(catalog, 'queryEntities'),
  };
  const starred = new MockStarredEntitiesApi();
  await starred.toggleStarred('component:default/claim-service');
  const storage = mockApis.storage();
  await storage.forBucket('visits').set('recent', [
    {
      href: '/tenants/life',
      kind: 'tenant',
      titles: { 'zh-CN': '寿险', en: 'Life' },
      at: '2026-11-21T07:00:00Z',
    },
  ]);
  renderTestApp({
    features: [homePlugin, ...targets],
    apis: [
      mockApis.identity({
        userEntityRef: 'user:default/li-wei',
        ownershipEntityRefs: ['user:default/li-wei', 'group:default/life'],
        displayName: 'Li Wei',
      }),
      [storageApiRef, storage],
      [catalogApiRef, catalog],
      [starredEntitiesApiRef, starred],
      [approvalsApiRef, { requests: { list: options.list } } as never],
      [
        tenancyApiRef,
        {
          tenants: { list: calls.tenants },
          namespaces: {
            list: async ({ leaseEndsBy }: { leaseEndsBy: string }) => {
              const items = [distantNamespace, endingNamespace].filter(
                ({ lease }) => lease!.until <= leaseEndsBy,
              );
              return { items, totalCount: items.length };
            },
          },
        } as never,
      ],
    ],
  });
  return calls;
}

const mineOnly = async ({ view }: { view: View }) =>
  view === 'mine'
    ? { items: [request], totalCount: 7 }
    : { items: [], totalCount: 0 };

const inPanel = async (name: string) =>
  within(await screen.findByRole('region', { name }));

describe('HomePage', () => {
  it('greets the person and leads to what they most often do', async () => {
    await show({ list: mineOnly });
    expect(
      await screen.findByRole('heading', { name: 'Hello, Li Wei', level: 1 }),
    ).toBeInTheDocument();
    for (const [name, href] of [
      ['Apply for a namespace', '/requests/new?kind=namespace.create'],
      ['Create a service', '/create'],
      ['Find an API', '/api-docs'],
      ['Read the docs', '/docs'],
    ]) {
      expect(screen.getByRole('link', { name })).toHaveAttribute('href', href);
    }
  });

  it('shows my day in figures that lead to what they count', async () => {
    await show({ list: mineOnly });
    for (const [name, href] of [
      ['Waiting for me 0', '/requests?view=to-decide'],
      ['Asked by me 7', '/requests?view=mine'],
      ['Owned by me 2', '/catalog?filters[user]=owned'],
      ['Namespaces 3', '/tenants'],
    ]) {
      expect(await screen.findByRole('link', { name })).toHaveAttribute(
        'href',
        href,
      );
    }
  });

  it('shows my requests, each and all of them a link', async () => {
    await show({ list: mineOnly });
    const mine = await inPanel('My requests');
    expect(
      await mine.findByRole('link', { name: 'Namespace life-policy-dev' }),
    ).toHaveAttribute('href', '/requests/r1');
    expect(await mine.findByText(/Life insurance/)).toBeInTheDocument();
    expect(mine.getByRole('link', { name: 'All (7)' })).toHaveAttribute(
      'href',
      '/requests?view=mine',
    );
  });

  it('shows what I and my groups own, with kind and state', async () => {
    await show({ list: mineOnly });
    const panel = await inPanel('My services and more');
    expect(
      await panel.findByRole('link', { name: 'Policy service' }),
    ).toHaveAttribute('href', '/catalog/default/component/policy-service');
    expect(panel.getByText('Component · service')).toBeInTheDocument();
    expect(panel.getByText('In production')).toBeInTheDocument();
    expect(panel.getByText('Deprecated')).toBeInTheDocument();
    expect(panel.getByRole('link', { name: 'API 1' })).toHaveAttribute(
      'href',
      '/catalog?filters[kind]=api&filters[user]=owned',
    );
    expect(panel.queryByText('Claim service')).not.toBeInTheDocument();
  });

  it('shows what I starred and where I was', async () => {
    await show({ list: mineOnly });
    const starred = await inPanel('Starred');
    expect(
      await starred.findByRole('link', { name: 'Claim service' }),
    ).toHaveAttribute('href', '/catalog/default/component/claim-service');
    const visits = await inPanel('Recently visited');
    expect(await visits.findByRole('link', { name: 'Life' })).toHaveAttribute(
      'href',
      '/tenants/life',
    );
  });

  it("shows of each of the person's tenants what it runs out of first", async () => {
    await show({ list: mineOnly });
    expect(
      await screen.findByRole('meter', { name: 'CPU · Development · nonprod' }),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'Used 6 cores of 20 cores · requested 2 cores · left 12 cores',
      ),
    ).toHaveAttribute('href', '/tenants/life?part=quotas');
  });

  it('shows the leases that end soon and no others, with the way to a longer one', async () => {
    await show({ list: mineOnly });
    const panel = await inPanel('Leases that end soon');
    expect(
      await panel.findByRole('link', {
        name: 'Renew the lease of life-policy-dev',
      }),
    ).toHaveAttribute(
      'href',
      '/requests/new?kind=namespace.renew&tenant=life&payload.namespace=ns-1',
    );
    expect(panel.getByText(/Ends/)).toHaveTextContent('Ends in 3 days');
    expect(panel.queryByText('life-quote-dev')).toBeNull();
  });

  it.each([
    ['2100-01-01T00:00:00Z', /^Due$/],
    ['2026-01-01T00:00:00Z', /^Overdue since$/],
  ])('says when a decision is due: %s', async (dueAt, sentence) => {
    await show({
      list: async () => ({ items: [{ ...request, dueAt }], totalCount: 1 }),
    });
    const panel = await inPanel('Waiting for my decision');
    expect(await panel.findByText(sentence)).toBeInTheDocument();
    const mine = await inPanel('My requests');
    await mine.findByRole('link', { name: 'Namespace life-policy-dev' });
    expect(mine.queryByText(sentence)).toBeNull();
  });

  it('asks for each thing once', async () => {
    const calls = await show({ list: mineOnly });
    await screen.findByRole('link', { name: 'Policy service' });
    await screen.findByRole('link', { name: 'Namespaces 3' });
    expect(calls.tenants).toHaveBeenCalledTimes(1);
    expect(calls.owned).toHaveBeenCalledTimes(1);
  });

  it('leads to the search page with what the person looks for', async () => {
    await show({ list: mineOnly });
    await userEvent.type(
      await screen.findByRole('searchbox', { name: 'Search the portal' }),
      '保单 a&b{Enter}',
    );
    expect(
      screen.queryByRole('heading', { name: 'Hello, Li Wei' }),
    ).not.toBeInTheDocument();
  });

  it('keeps the rest when one part fails, and says what to do without a tenant', async () => {
    await show({
      list: async () => {
        throw new Error('The desk is closed');
      },
      tenants: [],
    });
    expect(await screen.findAllByRole('alert')).toHaveLength(2);
    expect(
      await screen.findByText('You do not belong to a tenant yet'),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'Policy service' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Asked by me –' }),
    ).toBeInTheDocument();
  });
});
