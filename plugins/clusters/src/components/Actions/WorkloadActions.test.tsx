import { ConflictError } from '@backstage/errors';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { tenancyApiRef } from '@caas/plugin-tenancy-react';
import { fakeApi } from '@caas/portal-ui/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeClustersApi } from '../../__fixtures__/fakeClustersApi';
import { fakeTenancyApi } from '@caas/plugin-tenancy-react/testing';
import { region } from '../../__testUtils__/openClusters';
import { clustersApiRef } from '../../api';
import { clustersPlugin } from '../../plugin';

jest.setTimeout(60_000);

const ADDRESS = '/clusters/nonprod/namespaces/life-policy-dev';

function open(workloads: object = {}, environment = 'dev') {
  const { list } = fakeClustersApi.namespaces;
  const api = {
    ...fakeClustersApi,
    workloads: { ...fakeClustersApi.workloads, ...workloads },
    namespaces: {
      list: async (query: { name?: string }) => {
        const { items, totalCount } = await list(query);
        return {
          items: items.map(item => ({ ...item, environment })),
          totalCount,
        };
      },
    },
  };
  renderTestApp({
    features: [
      clustersPlugin,
      createFrontendModule({
        pluginId: 'clusters',
        extensions: [fakeApi(clustersApiRef, api as never)],
      }),
    ],
    apis: [[tenancyApiRef, fakeTenancyApi()]],
    initialRouteEntries: [ADDRESS],
  });
}
const press = async (name: string) =>
  userEvent.click(
    await within(await region('Workloads')).findByRole('button', { name }),
  );
const dialog = () => screen.findByRole('dialog');

describe('what people do with workloads', () => {
  it('restarts after asking back, with the name of what and where', async () => {
    const asked: object[] = [];
    open({
      restart: async (input: object) => {
        asked.push(input);
        return { restartedAt: '2026-11-21T08:00:00Z' };
      },
    });
    await press('Restart');
    const shown = within(await dialog());
    expect(shown.getByText('Restart Deployment claims?')).toBeInTheDocument();
    expect(
      shown.getByText('Cluster nonprod, namespace life-policy-dev'),
    ).toBeInTheDocument();
    await userEvent.click(shown.getByRole('button', { name: 'Restart' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(asked).toEqual([
      {
        cluster: 'nonprod',
        namespace: 'life-policy-dev',
        kind: 'Deployment',
        name: 'claims',
        reason: undefined,
      },
    ]);
  });

  it('asks for a reason in production, and says that it is', async () => {
    open({}, 'prod');
    await press('Restart');
    const shown = within(await dialog());
    expect(await shown.findByText('Production')).toBeInTheDocument();
    const confirm = shown.getByRole('button', { name: 'Restart' });
    expect(confirm).toBeDisabled();
    await userEvent.type(shown.getByLabelText(/Reason/), 'memory leak');
    expect(confirm).toBeEnabled();
  });

  it('scales from what was seen, and says what is there now when that was changed', async () => {
    const asked: object[] = [];
    open({
      scale: async (input: object) => {
        asked.push(input);
        throw new ConflictError('it has 5 replicas now, and not 2');
      },
    });
    await press('Scale');
    const shown = within(await dialog());
    const confirm = shown.getByRole('button', { name: 'Scale' });
    expect(confirm).toBeDisabled();
    const replicas = shown.getByRole('textbox', { name: /Replicas/ });
    await userEvent.clear(replicas);
    await userEvent.type(replicas, '0');
    await userEvent.tab();
    expect(await shown.findByText(/With no replicas it stops/)).toBeVisible();
    await userEvent.click(confirm);
    expect(await shown.findByRole('alert')).toHaveTextContent(
      'it has 5 replicas now',
    );
    expect(asked[0]).toMatchObject({ from: 2, to: 0 });
  });
});
