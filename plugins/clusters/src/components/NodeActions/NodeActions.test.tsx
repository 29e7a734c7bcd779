import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { drain } from '../../__fixtures__/fakeActions';
import { fakeClustersApi } from '../../__fixtures__/fakeClustersApi';
import { openClusters, region } from '../../__testUtils__/openClusters';

jest.setTimeout(60_000);

const ADDRESS = '/clusters/nonprod/nodes/database-1';
const dialog = async () => within(await screen.findByRole('dialog'));
const recorder = () => {
  const asked: object[] = [];
  const record = async (input: object) => {
    asked.push(input);
    return {};
  };
  return { asked, record };
};

describe('what administrators do with nodes', () => {
  it('close a node for new pods', async () => {
    const { asked, record } = recorder();
    openClusters(ADDRESS, {
      nodes: { ...fakeClustersApi.nodes, cordon: record },
    });
    const section = within(await region('Maintenance'));
    await userEvent.click(
      await section.findByRole('button', { name: 'Cordon' }),
    );
    const shown = await dialog();
    expect(shown.getByText('Cordon node database-1?')).toBeInTheDocument();
    await userEvent.click(shown.getByRole('button', { name: 'Cordon' }));
    await waitFor(() =>
      expect(asked).toEqual([
        { cluster: 'nonprod', name: 'database-1', reason: undefined },
      ]),
    );
  });

  it('change labels from what they saw, and are told that a partition is moved', async () => {
    const { asked, record } = recorder();
    openClusters(ADDRESS, {
      nodes: { ...fakeClustersApi.nodes, label: record },
    });
    const section = within(await region('Labels'));
    await userEvent.click(
      await section.findByRole('button', { name: 'Edit labels' }),
    );
    const shown = await dialog();
    expect(shown.getByText(/kubernetes.io\/arch=amd64/)).toBeInTheDocument();
    const partition = shown.getByRole('textbox', {
      name: 'Value of caas.io/partition',
    });
    await userEvent.clear(partition);
    await userEvent.type(partition, 'dmz');
    expect(
      await shown.findByText(/moves the node to another partition/),
    ).toBeInTheDocument();
    await userEvent.click(shown.getByRole('button', { name: 'Add' }));
    await userEvent.type(
      shown.getAllByRole('textbox', { name: 'Key' }).at(-1)!,
      'team',
    );
    await userEvent.type(
      shown.getByRole('textbox', { name: 'Value of team' }),
      'life',
    );
    await userEvent.click(shown.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]).toMatchObject({
      changes: [
        { key: 'caas.io/partition', from: 'database', to: 'dmz' },
        { key: 'team', from: null, to: 'life' },
      ],
    });
  });

  it('take a taint away', async () => {
    const { asked, record } = recorder();
    openClusters(ADDRESS, {
      nodes: { ...fakeClustersApi.nodes, taint: record },
    });
    const section = within(await region('Taints'));
    await userEvent.click(
      await section.findByRole('button', { name: 'Edit taints' }),
    );
    const shown = await dialog();
    await userEvent.click(
      shown.getByRole('button', { name: 'Remove caas.io/partition' }),
    );
    await userEvent.click(shown.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]).toMatchObject({
      changes: [
        {
          key: 'caas.io/partition',
          effect: 'NoSchedule',
          from: 'database',
          to: null,
        },
      ],
    });
  });

  it('see what a drain will do, and allow by name what would be lost', async () => {
    const { asked, record } = recorder();
    openClusters(ADDRESS, {
      drains: { ...fakeClustersApi.drains, start: record },
    });
    const section = within(await region('Maintenance'));
    await userEvent.click(
      await section.findByRole('button', { name: 'Drain' }),
    );
    const shown = await dialog();
    expect(
      await shown.findByText(/then 3 pods go. 1 stay/),
    ).toBeInTheDocument();
    expect(shown.getByText('ReplicaSet: 2')).toBeInTheDocument();
    expect(
      shown.getByText(/2 pods here, 1 may go at once now/),
    ).toBeInTheDocument();
    const confirm = shown.getByRole('button', { name: 'Drain' });
    await userEvent.type(shown.getByLabelText(/Reason/), 'kernel update');
    expect(confirm).toBeDisabled();
    await userEvent.click(
      shown.getByRole('checkbox', { name: /Lose the data/ }),
    );
    await userEvent.click(confirm);
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]).toMatchObject({
      node: 'database-1',
      reason: 'kernel update',
      deleteEmptyDirData: true,
      force: false,
      timeoutSeconds: 3600,
    });
  });

  it('see how far a drain is, pod by pod, and cancel it', async () => {
    const { asked, record } = recorder();
    openClusters(ADDRESS, {
      drains: {
        ...fakeClustersApi.drains,
        list: async () => ({ items: [drain], totalCount: 1 }),
        cancel: record,
      },
    });
    const section = within(await region('Maintenance'));
    expect(await section.findByText('1 of 2 pods are gone')).toHaveAttribute(
      'role',
      'status',
    );
    expect(
      section.getByText(/claims-budget needs 2 healthy pods/),
    ).toBeInTheDocument();
    await userEvent.click(
      await section.findByRole('button', { name: 'Cancel the drain' }),
    );
    const shown = await dialog();
    await userEvent.click(
      shown.getByRole('button', { name: 'Cancel the drain' }),
    );
    await waitFor(() =>
      expect(asked[0]).toMatchObject({ id: 'd1', uncordon: true }),
    );
  });
});
