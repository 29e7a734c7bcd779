import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeClustersApi } from '../../__fixtures__/fakeClustersApi';
import {
  deny,
  fail,
  never,
  nothing,
  openClusters,
  region,
  text,
} from '../../__testUtils__/openClusters';

const ADDRESS = '/clusters/nonprod';

it('shows what is promised and used of what there is, in all and by partition', async () => {
  openClusters(ADDRESS);
  const capacity = await region('Promised and used');
  expect(capacity).toHaveTextContent(
    '26.4 cores of 80 cores promised (33%) · 10.56 cores used (13%)',
  );
  expect(
    within(capacity).getByRole('meter', { name: 'CPU' }),
  ).toHaveAccessibleName('CPU');
  const partitions = await region('Partitions');
  expect(partitions).toHaveTextContent('general · 2 nodes');
  expect(partitions).toHaveTextContent('Without partition · 1 node');
});

it('draws each node, says in words what its colour says, explains it, and leads to its page', async () => {
  openClusters(ADDRESS);
  const map = await screen.findByRole(
    'list',
    { name: 'Nodes by how tight they are' },
    { timeout: 20_000 },
  );
  const tiles = within(map)
    .getAllByRole('link')
    .map(tile => [tile.getAttribute('data-tone'), tile.textContent]);
  expect(tiles).toEqual([
    ['calm', 'general-1Ready · 12 pods25% promised · 19% used'],
    ['tight', 'general-2Ready · 40 pods90% promised · 38% used'],
    ['tight', 'database-1Under pressure · 12 pods25% promised · 19% used'],
    ['closed', 'dmz-1Cordoned · 12 pods25% promised · 19% used'],
    ['bad', 'dmz-2Not ready · 12 pods25% promised · 19% used'],
  ]);
  const legend = screen.getByRole('list', { name: 'What the colours mean' });
  expect(within(legend).getAllByRole('listitem')).toHaveLength(4);
  act(() =>
    within(map)
      .getByRole('link', { name: /database-1/ })
      .focus(),
  );
  await userEvent.keyboard('{Enter}');
  expect(
    await screen.findByRole('heading', { level: 1, name: 'database-1' }),
  ).toBeInTheDocument();
});

it('lists its namespaces with their quotas, and what tenants ask for and use', async () => {
  const asked: object[] = [];
  const { namespaces } = fakeClustersApi;
  openClusters(`${ADDRESS}?part=namespaces`, {
    namespaces: {
      list: async (query: { cluster?: string }) => {
        asked.push(query);
        return namespaces.list({});
      },
    },
  });
  const section = within(await region('Namespaces'));
  const row = (
    await section.findByRole('rowheader', { name: 'life-policy-dev' })
  ).closest('[role="row"]');
  expect(row).toHaveTextContent('Used 1.5 cores of 4 cores');
  expect(asked).toMatchObject([{ cluster: 'nonprod' }]);
  expect(section.queryByText('All clusters')).not.toBeInTheDocument();
  const tenants = within(await region('Tenants'));
  const life = (
    await tenants.findByRole('rowheader', { name: /Life insurance/ })
  ).closest('[role="row"]');
  expect(life).toHaveTextContent('18.4 cores');
  expect(life).toHaveTextContent('of a quota of 40 cores7.2 cores used');
  expect(
    tenants.getByRole('rowheader', { name: /Platform/ }),
  ).toBeInTheDocument();
});

it('asks the server for the apply sets in the state that the person chooses', async () => {
  const asked: object[] = [];
  openClusters(`${ADDRESS}?part=apply-sets`, {
    applySets: {
      list: async (query: object) => {
        asked.push(query);
        return nothing();
      },
    },
  });
  const sets = within(await region('Apply sets'));
  await userEvent.click(sets.getByRole('button', { name: /All states/ }));
  await userEvent.click(
    await screen.findByRole('option', { name: 'Stalled: a person is needed' }),
  );
  await waitFor(() =>
    expect(asked.at(-1)).toMatchObject({
      cluster: 'nonprod',
      state: 'stalled',
    }),
  );
});

it('says the highest use in words, and all figures as a table', async () => {
  openClusters(ADDRESS);
  const history = within(await region('Use over time'));
  expect(
    await history.findByText(
      'Highest of two weeks: 26.4 cores promised, 13 cores used.',
    ),
  ).toBeInTheDocument();
  await userEvent.click(history.getByRole('button', { name: 'As a table' }));
  const table = await history.findByRole('table');
  const rows = within(table).getAllByRole('row');
  expect(rows.length).toBeGreaterThan(200);
  expect(rows[0]).toHaveTextContent('CapacityPromisedUsed');
  expect(rows[1]).toHaveTextContent('80 cores');
});

it('shows the rest to whoever may not see nodes, and whom to ask', async () => {
  openClusters(ADDRESS, { nodes: { list: deny } });
  const section = await region('Nodes');
  expect(
    await within(section).findByText(/platform and cluster administrators/),
  ).toBeInTheDocument();
  await userEvent.click(screen.getByRole('tab', { name: 'Events' }));
  expect(
    await within(await region('Events')).findByText('BackOff'),
  ).toBeInTheDocument();
});

it('lists every node with its figures', async () => {
  openClusters(`${ADDRESS}?part=nodes`);
  const nodes = within(await region('Nodes'));
  const row = (
    await nodes.findByRole('rowheader', { name: /general-2/ })
  ).closest('[role="row"]');
  expect(row).toHaveTextContent('of 16 cores');
});

it('names what the cluster does not let the portal see', async () => {
  const gap = "Cluster 'nonprod' answered 403: events is forbidden";
  const { get } = fakeClustersApi.clusters;
  openClusters(ADDRESS, {
    clusters: { get: async () => ({ ...(await get()), gaps: [gap] }) },
  });
  expect(await text(gap)).toBeInTheDocument();
});

it('shows allocation alone where the cluster has no metrics', async () => {
  const detail = await fakeClustersApi.clusters.get();
  const { used: _, ...capacity } = detail.capacity;
  openClusters(ADDRESS, {
    clusters: { get: async () => ({ ...detail, capacity }) },
  });
  expect(await region('Promised and used')).toHaveTextContent(
    '26.4 cores of 80 cores promised (33%) · use not known',
  );
});

it.each([
  ['overview', 'No nodes'],
  ['overview', 'Nothing has been recorded yet'],
  ['nodes', 'No nodes'],
  ['namespaces', 'No namespaces'],
  ['namespaces', 'No tenants'],
  ['apply-sets', 'No apply sets'],
  ['events', 'No events'],
])('says of an empty part, %s, that there are: %s', async (part, words) => {
  openClusters(`${ADDRESS}?part=${part}`, {
    nodes: { list: nothing },
    namespaces: { list: nothing },
    events: { list: nothing },
    applySets: { list: nothing },
    tenants: { usage: nothing },
    usage: {
      ofCluster: async () => ({ intervalSeconds: 300, points: [] }),
    },
  });
  expect(await text(words)).toBeInTheDocument();
});

it.each([
  ['an error', fail, 'The portal is out of order'],
  ['a denial', deny, 'Not yours'],
])('shows %s of the whole page', async (_, get, words) => {
  openClusters(ADDRESS, { clusters: { get } });
  expect(
    await screen.findByRole('alert', {}, { timeout: 20_000 }),
  ).toHaveTextContent(words);
});

it('announces that it loads', async () => {
  openClusters(ADDRESS, { clusters: { get: never } });
  expect(await text('Loading')).toBeInTheDocument();
});
