import { renderTestApp } from '@backstage/frontend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { tenancyApiRef } from '@caas/plugin-tenancy-react';
import { fakeApi } from '@caas/portal-ui/testing';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { fakeClustersApi } from '../../__fixtures__/fakeClustersApi';
import { fakeTenancyApi } from '../../__fixtures__/fakeTenancyApi';
import { clustersApiRef } from '../../api';
import { clustersPlugin } from '../../plugin';

jest.setTimeout(60_000);

function open(address: string, changes: object = {}) {
  renderTestApp({
    features: [
      clustersPlugin,
      createFrontendModule({
        pluginId: 'clusters',
        extensions: [
          fakeApi(clustersApiRef, { ...fakeClustersApi, ...changes } as never),
        ],
      }),
    ],
    apis: [[tenancyApiRef, fakeTenancyApi as never]],
    initialRouteEntries: [address],
  });
}
const region = (name: string) =>
  screen.findByRole('region', { name }, { timeout: 20_000 });

describe('the page of a cluster', () => {
  it('shows what is promised of what there is, in all and by partition', async () => {
    open('/clusters/nonprod');
    expect(await region('Promised to pods')).toHaveTextContent(
      'Used 26.4 cores of 80 cores · left 53.6 cores',
    );
    const partitions = await region('Partitions');
    expect(partitions).toHaveTextContent('general · 2 nodes');
    expect(partitions).toHaveTextContent('Without partition · 1 node');
  });

  it('draws each node, says in words what its colour says, and leads to its page', async () => {
    open('/clusters/nonprod');
    const map = await screen.findByRole(
      'list',
      { name: 'Nodes by how tight they are' },
      { timeout: 20_000 },
    );
    const tiles = within(map)
      .getAllByRole('link')
      .map(tile => [tile.getAttribute('data-tone'), tile.textContent]);
    expect(tiles).toEqual([
      ['calm', 'general-1Ready · 25 % promised'],
      ['tight', 'general-2Ready · 90 % promised'],
      ['tight', 'database-1Under pressure · 25 % promised'],
      ['closed', 'dmz-1Cordoned · 25 % promised'],
      ['bad', 'dmz-2Not ready · 25 % promised'],
    ]);
    await userEvent.click(
      within(map).getByRole('link', { name: /database-1/ }),
    );
    expect(
      await screen.findByRole('heading', { level: 1, name: 'database-1' }),
    ).toBeInTheDocument();
  });

  it('shows the rest to whoever may not see nodes, and whom to ask', async () => {
    const refuse = async () => {
      throw new NotAllowedError('Not yours');
    };
    open('/clusters/nonprod', { nodes: { list: refuse } });
    const section = await region('Nodes');
    expect(
      await within(section).findByText(/platform and cluster administrators/),
    ).toBeInTheDocument();
    expect(
      await within(await region('Events')).findByText('BackOff'),
    ).toBeInTheDocument();
  });

  it('names what the cluster does not let the portal see', async () => {
    const gap = "Cluster 'nonprod' answered 403: events is forbidden";
    const { get } = fakeClustersApi.clusters;
    open('/clusters/nonprod', {
      clusters: { get: async () => ({ ...(await get()), gaps: [gap] }) },
    });
    expect(
      await screen.findByText(gap, {}, { timeout: 20_000 }),
    ).toBeInTheDocument();
  });
});

describe('the page of a node', () => {
  it('shows its facts, taints, labels and conditions, and what runs on it', async () => {
    open('/clusters/nonprod/nodes/database-1');
    const facts = await region('Facts');
    expect(facts).toHaveTextContent('Under pressure');
    expect(facts).toHaveTextContent('kubelet has disk pressure');
    expect(await region('Taints')).toHaveTextContent(
      'caas.io/partition=database: NoSchedule',
    );
    expect(await region('Labels')).toHaveTextContent(
      'kubernetes.io/arch: amd64',
    );
    expect(await region('Conditions')).toHaveTextContent('KubeletReady');
    expect(
      await screen.findByRole('rowheader', { name: /claims-7d9f-x2/ }),
    ).toBeInTheDocument();
  });
});

describe('the page of a namespace', () => {
  it('shows whose it is, its quota, workloads, pods and events', async () => {
    open('/clusters/nonprod/namespaces/life-policy-dev');
    const facts = within(await region('Facts'));
    expect(await facts.findByText('Life insurance')).toBeInTheDocument();
    expect(await region('Quota')).toHaveTextContent(
      'Used 1.5 cores of 4 cores',
    );
    const workloads = within(await region('Workloads'));
    expect(await workloads.findByText('Degraded')).toBeInTheDocument();
    const pods = within(await region('Pods'));
    expect(await pods.findByText('CrashLoopBackOff')).toBeInTheDocument();
    expect(pods.getByText('7 restarts')).toBeInTheDocument();
    const events = within(await region('Events'));
    expect(
      await events.findByText('Back-off restarting failed container claims'),
    ).toBeInTheDocument();
  });

  it('says that there is none, or none that one may see', async () => {
    open('/clusters/nonprod/namespaces/property-core-prod');
    expect(
      await screen.findByText(
        /There is no namespace 'property-core-prod' on cluster 'nonprod'/,
        {},
        { timeout: 20_000 },
      ),
    ).toBeInTheDocument();
  });
});

describe('the page of an apply set', () => {
  it('is reached from its cluster, and says which field belongs to whom, and who asked for it', async () => {
    open('/clusters/nonprod');
    const sets = within(await region('Apply sets'));
    await userEvent.click(
      await sets.findByRole('link', { name: /tenancy.namespace.life/ }),
    );
    const facts = await region('Facts');
    expect(facts).toHaveTextContent('Stalled: a person is needed');
    expect(facts).toHaveTextContent('2 wanted, 1 ready');
    const objects = within(await region('Objects'));
    const failed = objects
      .getByRole('rowheader', { name: /quota/ })
      .closest('[role="row"]');
    expect(failed).toHaveTextContent(
      'Field .spec.hard.pods is owned by "kubectl-edit"',
    );
    const history = within(await region('History'));
    expect(await history.findByText('Objects wanted')).toBeInTheDocument();
    expect(history.getByText('request 9001b3a2')).toBeInTheDocument();
  });
});
