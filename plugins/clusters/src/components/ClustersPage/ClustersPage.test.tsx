import {
  mockApis,
  renderInTestApp,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { fetchApiRef } from '@backstage/frontend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { tenancyApiRef } from '@caas/plugin-tenancy-react';
import { clusters, namespaces } from '../../__fixtures__/clusters';
import { fakeTenancyApi } from '@caas/plugin-tenancy-react/testing';
import { clustersApiRef } from '../../api';
import { clustersPlugin } from '../../plugin';
import { ClustersPage } from './ClustersPage';

type Query = { cluster?: string; name?: string };

function show(
  listClusters: () => Promise<{ items: typeof clusters }>,
  listNamespaces: (query: Query) => Promise<{
    items: typeof namespaces;
    totalCount: number;
  }> = async () => ({ items: namespaces, totalCount: namespaces.length }),
) {
  renderInTestApp(<ClustersPage />, {
    apis: [
      [
        clustersApiRef,
        {
          clusters: { list: listClusters },
          namespaces: { list: listNamespaces },
        } as never,
      ],
      [tenancyApiRef, fakeTenancyApi()],
    ],
  });
}

describe('ClustersPage', () => {
  it('shows each cluster with its state, and why one is unreachable', async () => {
    show(async () => ({ items: clusters }));
    const good = await screen.findByRole('region', { name: 'Non-production' });
    expect(good).toHaveTextContent('Connected');
    expect(good).toHaveTextContent('v1.33.1');
    expect(good).toHaveTextContent('Development · Test · Staging');
    const bad = screen.getByRole('region', { name: 'Production' });
    expect(bad).toHaveTextContent('Unreachable');
    expect(bad).toHaveTextContent('connection refused');
  });

  it('shows namespaces with tenant, quota and use', async () => {
    show(async () => ({ items: clusters }));
    const row = (
      await screen.findByRole('rowheader', { name: 'life-policy-dev' })
    ).closest('[role="row"]') as HTMLElement;
    expect(await within(row).findByText('Life insurance')).toBeInTheDocument();
    expect(row).toHaveTextContent('Used 1.5 cores of 4 cores · left 2.5 cores');
    expect(row).toHaveTextContent('Used 2 GiB of 8 GiB · left 6 GiB');
    const system = screen
      .getByRole('rowheader', { name: 'kube-system' })
      .closest('[role="row"]');
    expect(system).toHaveTextContent('Platform');
    expect(system).toHaveTextContent('No quota');
  });

  it('asks the server for the cluster and the name that the person filters by', async () => {
    const asked: Query[] = [];
    show(
      async () => ({ items: clusters }),
      async ({ cluster, name }) => {
        asked.push({ cluster, name });
        return { items: [], totalCount: 0 };
      },
    );
    expect(await screen.findByText('No namespaces')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: /All clusters/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Production' }),
    );
    await userEvent.type(screen.getByRole('searchbox'), 'policy');
    await waitFor(() =>
      expect(asked.at(-1)).toEqual({ cluster: 'prod', name: 'policy' }),
    );
  });

  it('announces that it loads', async () => {
    show(() => new Promise(() => {}));
    expect(await screen.findByText('Loading')).toBeInTheDocument();
  });

  it('says what to do when no cluster is registered', async () => {
    show(async () => ({ items: [] }));
    expect(
      await screen.findByText('No cluster is registered'),
    ).toBeInTheDocument();
  });

  it('offers a retry when the list fails', async () => {
    let isDown = true;
    show(async () => {
      if (isDown) throw new Error('database is locked');
      return { items: clusters };
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'database is locked',
    );
    isDown = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('region', { name: 'Non-production' }),
    ).toBeInTheDocument();
  });

  it('says whom to ask when the person may not see clusters', async () => {
    show(async () => {
      throw new NotAllowedError('Only platform roles see clusters');
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Only platform roles see clusters');
    expect(alert).toHaveTextContent('Ask the administrator');
  });
});

describe('clustersPlugin', () => {
  it('mounts its page and asks its backend through plugin://', async () => {
    const asked: string[] = [];
    renderTestApp({
      features: [clustersPlugin],
      initialRouteEntries: ['/clusters'],
      apis: [
        mockApis.discovery(),
        [tenancyApiRef, fakeTenancyApi()],
        [
          fetchApiRef,
          {
            fetch: async (input: RequestInfo | URL) => {
              asked.push(String(input));
              return Response.json({ items: [] });
            },
          },
        ],
      ],
    });
    expect(
      await screen.findByText('No cluster is registered'),
    ).toBeInTheDocument();
    expect(asked).toEqual(['plugin://clusters/clusters']);
  });
});
