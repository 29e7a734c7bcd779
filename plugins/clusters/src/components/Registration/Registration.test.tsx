import { ConflictError, InputError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  clusterDetail,
  fakeClustersApi,
} from '../../__fixtures__/fakeClustersApi';
import {
  registration,
  unusableTest,
  usableTest,
} from '../../__fixtures__/fakeRegistrations';
import { deny, fail, never } from '../../__testUtils__/openClusters';
import { openRegistration as open } from '../../__testUtils__/openRegistration';

jest.setTimeout(90_000);

const SLOW = { timeout: 20_000 };

const field = (name: string | RegExp) =>
  screen.findByLabelText(name, { selector: 'input,textarea' }, SLOW);
const press = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }, SLOW));
const fill = async () => {
  await userEvent.type(await field(/^Name/), 'dr');
  await userEvent.type(await field(/^Chinese title/), '容灾集群');
  await userEvent.type(await field(/^English title/), 'Disaster recovery');
  await userEvent.click(await field('Production'));
  await userEvent.type(await field(/^Address/), 'https://10.0.0.3:6443');
  await userEvent.type(await field(/^Token/), 'of-the-account');
};
const CONNECTION = {
  url: 'https://10.0.0.3:6443',
  ca: '',
  token: 'of-the-account',
};

describe('registering a cluster', () => {
  it('is offered to those who may', async () => {
    open('/clusters');
    const link = await screen.findByRole(
      'link',
      { name: 'Register a cluster' },
      SLOW,
    );
    expect(link).toHaveAttribute('href', '/clusters/-/register');
  });

  it('tests the connection, shows what was found, and only then saves', async () => {
    const asked = open('/clusters/-/register');
    await fill();
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    await press('Test the connection');
    const checks = await screen.findByRole('list', { name: 'What was tested' });
    expect(
      within(checks)
        .getAllByRole('listitem')
        .map(line => line.textContent),
    ).toEqual([
      'In orderConnection The host answers',
      'In orderCertificate Its certificate is trusted',
      'In orderToken The token is accepted',
      'In orderVersion v1.34.1',
      'MissingRight create pods/eviction to act on what runs',
    ]);
    expect(
      screen.getByText(/The connection works; 1 right is missing/),
    ).toBeInTheDocument();
    await press('Save');
    await waitFor(() =>
      expect(asked).toEqual([
        ['test', CONNECTION],
        [
          'register',
          {
            ...CONNECTION,
            name: 'dr',
            title: '容灾集群',
            titleEn: 'Disaster recovery',
            environments: ['prod'],
            region: '',
          },
        ],
      ]),
    );
    // Then the page of the cluster.
    expect(
      await screen.findByRole('region', { name: 'Partitions' }, SLOW),
    ).toBeInTheDocument();
  });

  it('saves nothing with a connection that fails, or that was changed after its test', async () => {
    let test = unusableTest;
    open('/clusters/-/register', { test: async () => test });
    await fill();
    await press('Test the connection');
    expect(
      await screen.findByText('The connection cannot be used'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('The cluster does not accept the token'),
    ).toBeInTheDocument();
    const save = screen.getByRole('button', { name: 'Save' });
    expect(save).toBeDisabled();
    test = usableTest;
    await press('Test the connection');
    await waitFor(() => expect(save).toBeEnabled());
    await userEvent.type(await field(/^Token/), '2');
    expect(save).toBeDisabled();
    expect(screen.queryByText('What was tested')).not.toBeInTheDocument();
  });

  it('says at each field what is wrong with it, and asks nobody before', async () => {
    const asked = open('/clusters/-/register');
    await userEvent.type(await field(/^Address/), 'http://10.0.0.3');
    await press('Test the connection');
    expect(await field(/^Address/)).toHaveAccessibleDescription(
      /Write the address of the API server/,
    );
    expect(await field(/^Token/)).toBeInvalid();
    expect(asked).toEqual([]);
  });

  it('shows sentences of the server at their fields, and the rest above the buttons', async () => {
    let error: Error = new InputError('url: It is the address of another');
    open('/clusters/-/register', {
      register: async () => {
        throw error;
      },
    });
    await fill();
    await press('Test the connection');
    await screen.findByRole('list', { name: 'What was tested' });
    await press('Save');
    await waitFor(async () =>
      expect(await field(/^Address/)).toHaveAccessibleDescription(
        /It is the address of another/,
      ),
    );
    error = new ConflictError("A cluster is registered as 'dr' already");
    await press('Save');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      "Nothing was savedA cluster is registered as 'dr' already",
    );
  });

  it('works by the keyboard: Enter tests first', async () => {
    const asked = open('/clusters/-/register');
    await fill();
    await userEvent.type(await field(/^Token/), '{Enter}');
    await waitFor(() => expect(asked).toEqual([['test', CONNECTION]]));
  });
});

describe('changing a registered cluster', () => {
  const EDIT = '/clusters/prod/edit';

  it('shows what is registered, never a token, and keeps that when none is written', async () => {
    const asked = open(EDIT);
    expect(await field(/^Token/)).toHaveValue('');
    expect(
      screen.getByText('Leave it empty to keep the token that is stored.'),
    ).toBeInTheDocument();
    expect(await field(/^Address/)).toHaveValue('https://10.0.0.2:6443');
    const title = await field(/^Chinese title/);
    await userEvent.clear(title);
    await userEvent.type(title, '新标题');
    await press('Save');
    await waitFor(() =>
      expect(asked.at(-1)).toEqual([
        'update',
        expect.objectContaining({
          cluster: 'prod',
          version: registration.version,
          title: '新标题',
          token: '',
        }),
      ]),
    );
  });

  it('asks for the token again with another address', async () => {
    const asked = open(EDIT);
    const address = await field(/^Address/);
    await userEvent.clear(address);
    await userEvent.type(address, 'https://10.9.9.9:6443');
    await press('Test the connection');
    expect(await field(/^Token/)).toHaveAccessibleDescription(
      /The stored token is for another address/,
    );
    expect(asked.map(([name]) => name)).toEqual(['get']);
  });

  it('announces that it loads, and offers a retry when it fails', async () => {
    open(EDIT, { get: never });
    expect(await screen.findByText('Loading', {}, SLOW)).toBeInTheDocument();
  });

  it.each([
    ['it fails', fail, 'The portal is out of order'],
    ['it is denied', deny, 'Not yours'],
  ])('says so when %s', async (_, get, sentence) => {
    open(EDIT, { get });
    expect(await screen.findByRole('alert', {}, SLOW)).toHaveTextContent(
      sentence,
    );
  });
});

describe('removing a registered cluster', () => {
  const registered = {
    clusters: {
      ...fakeClustersApi.clusters,
      get: async () => ({ ...clusterDetail, name: 'prod', origin: 'portal' }),
    },
  };

  it('is for clusters of the portal only, and asks back', async () => {
    const asked = open('/clusters/prod', {}, true, registered);
    await press('Remove');
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('Remove the cluster prod?');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Remove it' }),
    );
    await waitFor(() =>
      expect(asked.at(-1)).toEqual([
        'remove',
        { cluster: 'prod', version: 4, leaveApplySets: false },
      ]),
    );
  });

  it('leaves apply sets only when the person says so', async () => {
    const asked = open(
      '/clusters/prod',
      {
        remove: async ({ leaveApplySets }: { leaveApplySets: boolean }) => {
          if (!leaveApplySets) throw new ConflictError('3 apply sets stand');
          return {};
        },
      },
      true,
      registered,
    );
    await press('Remove');
    const dialog = await screen.findByRole('dialog');
    const confirm = within(dialog).getByRole('button', { name: 'Remove it' });
    await userEvent.click(confirm);
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      '3 apply sets stand',
    );
    await userEvent.click(within(dialog).getByRole('checkbox'));
    await userEvent.click(confirm);
    await waitFor(() =>
      expect(asked.at(-1)?.[1]).toMatchObject({ leaveApplySets: true }),
    );
  });

  it('is not offered for a cluster of the configuration', async () => {
    open('/clusters/nonprod');
    await screen.findByRole('region', { name: 'Partitions' }, SLOW);
    expect(
      screen.queryByRole('button', { name: 'Remove' }),
    ).not.toBeInTheDocument();
  });
});
