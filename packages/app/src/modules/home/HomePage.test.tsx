import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import {
  createFrontendPlugin,
  createRouteRef,
  createSubRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import type { RequestSummary } from '@caas/plugin-approvals-common';
import { approvalsApiRef } from '@caas/plugin-approvals-react';
import { tenancyApiRef } from '@caas/plugin-tenancy-react';
import { screen, within } from '@testing-library/react';
import { homePlugin } from './homePlugin';

const request: RequestSummary = {
  id: 'r1',
  kind: 'namespace.create',
  title: { 'zh-CN': '申请命名空间', en: 'Namespace life-policy-dev' },
  tenant: 'life',
  requester: 'user:default/li-wei',
  state: 'pending',
  version: 1,
  createdAt: '2026-11-21T08:00:00Z',
  updatedAt: '2026-11-21T08:00:00Z',
  canDecide: false,
};

const GiB = 2 ** 30;
const pool = (environment: string) => ({
  cluster: 'nonprod',
  environment,
  hard: { cpuMillicores: 20_000, memoryBytes: 80 * GiB },
  allocated: { cpuMillicores: 6_000, memoryBytes: 24 * GiB },
  requested: { cpuMillicores: 2_000, memoryBytes: 4 * GiB },
});

const life = {
  code: 'life',
  name: '寿险',
  nameEn: 'Life insurance',
  myRoles: ['developer'],
  namespaceCount: 3,
};

// Pages that the workbench leads to.
const requestsRoot = createRouteRef();
const tenantsRoot = createRouteRef();
const pages = [
  createFrontendPlugin({
    pluginId: 'approvals',
    routes: {
      root: requestsRoot,
      request: createSubRouteRef({ parent: requestsRoot, path: '/:id' }),
      newRequest: createSubRouteRef({ parent: requestsRoot, path: '/new' }),
    },
    extensions: [
      PageBlueprint.make({
        params: {
          path: '/requests',
          routeRef: requestsRoot,
          loader: async () => <p>requests</p>,
        },
      }),
    ],
  }),
  createFrontendPlugin({
    pluginId: 'tenancy',
    routes: {
      root: tenantsRoot,
      tenant: createSubRouteRef({ parent: tenantsRoot, path: '/:code' }),
    },
    extensions: [
      PageBlueprint.make({
        params: {
          path: '/tenants',
          routeRef: tenantsRoot,
          loader: async () => <p>tenants</p>,
        },
      }),
    ],
  }),
];

type View = 'to-decide' | 'mine';

function show(options: {
  list: (query: {
    view: View;
  }) => Promise<{ items: RequestSummary[]; totalCount: number }>;
  tenants?: unknown[];
}) {
  const tenants = options.tenants ?? [life];
  renderTestApp({
    features: [homePlugin, ...pages],
    apis: [
      mockApis.identity({
        userEntityRef: 'user:default/li-wei',
        displayName: 'Li Wei',
      }),
      [approvalsApiRef, { requests: { list: options.list } } as never],
      [
        tenancyApiRef,
        {
          tenants: {
            list: async () => ({ items: tenants, totalCount: tenants.length }),
          },
          quotas: {
            list: async () => ({ items: [pool('dev'), pool('test')] }),
          },
        } as never,
      ],
    ],
  });
}

const mineOnly = async ({ view }: { view: View }) =>
  view === 'mine'
    ? { items: [request], totalCount: 7 }
    : { items: [], totalCount: 0 };

describe('HomePage', () => {
  it('greets the person and leads to what they most often do', async () => {
    show({ list: mineOnly });
    expect(
      await screen.findByRole('heading', { name: 'Hello, Li Wei' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /Apply for a namespace/ }),
    ).toHaveAttribute('href', '/requests/new?kind=namespace.create');
  });

  it('shows my requests and what waits for me, each leading to all of them', async () => {
    show({ list: mineOnly });
    const mine = await screen.findByRole('region', { name: 'My requests' });
    expect(
      await within(mine).findByRole('link', {
        name: 'Namespace life-policy-dev',
      }),
    ).toHaveAttribute('href', '/requests/r1');
    expect(within(mine).getByRole('link', { name: 'All (7)' })).toHaveAttribute(
      'href',
      '/requests?view=mine',
    );
    expect(
      screen.getByText('Nothing waits for your decision'),
    ).toBeInTheDocument();
  });

  it("adds up the pools of the person's tenants", async () => {
    show({ list: mineOnly });
    expect(
      await screen.findByText(
        'Used 12 cores of 40 cores · requested 4 cores · left 24 cores',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'Used 48 GiB of 160 GiB · requested 8 GiB · left 104 GiB',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Life insurance' }),
    ).toHaveAttribute('href', '/tenants/life');
  });

  it('keeps the rest when one part fails, and says what to do without a tenant', async () => {
    show({
      list: async () => {
        throw new Error('The desk is closed');
      },
      tenants: [],
    });
    expect(await screen.findAllByRole('alert')).toHaveLength(2);
    expect(
      await screen.findByText('You do not belong to a tenant yet'),
    ).toBeInTheDocument();
  });
});
