import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { RequestPayload } from '@caas/plugin-approvals-common';
import { fakeTenancyApi, life } from '@caas/plugin-tenancy-react/testing';
import { fakeClustersView } from '../../__fixtures__/fakeClustersView';
import { openForm, openPayload } from '../../__testUtils__/openKind';
import { dayAfter } from '../shared/leaseDays';
import { namespaceCreateScreens } from '.';

const choosePool = async (name: RegExp) => {
  await userEvent.click(
    await screen.findByRole('button', { name: /Environment and cluster/ }),
  );
  await userEvent.click(await screen.findByRole('option', { name }));
};
const inDays = (days: number) => dayAfter(new Date(), days);

describe('the form of a namespace', () => {
  it('shows the full name while the person types, and takes a place, nodes and a size', async () => {
    const held = openForm(namespaceCreateScreens);
    await userEvent.type(
      await screen.findByRole('textbox', { name: /Name/ }),
      'billing',
    );
    await choosePool(/Development · nonprod/);
    expect(screen.getByText('life-billing-dev')).toBeInTheDocument();
    await userEvent.click(
      await screen.findByRole('button', { name: /Partition/ }),
    );
    await userEvent.click(await screen.findByRole('option', { name: /gpu/ }));
    await userEvent.click(screen.getByRole('radio', { name: /^S:/ }));
    await userEvent.click(screen.getByRole('button', { name: '7 days' }));
    expect(screen.getByText(/: 7 days from today/)).toBeInTheDocument();
    expect(held.problems).toEqual({});
    expect(held.sent).toEqual({
      name: 'billing',
      cluster: 'nonprod',
      environment: 'dev',
      partition: 'gpu',
      cpu: '1',
      memory: '2Gi',
      storage: '10Gi',
      pods: '10',
      persistentVolumeClaims: '5',
      leaseUntil: inDays(7),
    });
  });

  it('shows at once what the pool would have left, and by how much it is exceeded', async () => {
    openForm(namespaceCreateScreens);
    await choosePool(/Development · nonprod/);
    expect(await screen.findByRole('meter', { name: 'CPU' })).toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(/requested 2 cores · left 0 cores/),
    );
    await userEvent.click(screen.getByRole('radio', { name: /^L:/ }));
    expect(screen.getByRole('meter', { name: 'CPU' })).toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(/requested 4 cores · exceeds the limit by 2 cores/),
    );
  });

  it('asks for no end in production, and forgets a day that was chosen before', async () => {
    const held = openForm(namespaceCreateScreens, {
      prefill: { name: 'pay', leaseUntil: inDays(7) },
    });
    await choosePool(/Production · prod/);
    expect(
      screen.getByText('A namespace for production has no end.'),
    ).toBeInTheDocument();
    expect(screen.queryByText('Last day of the lease')).toBeNull();
    expect(held.problems).toEqual({});
    expect(held.sent.leaseUntil).toBe('');
  });

  it('takes own amounts, and says what is wrong with each', async () => {
    const held = openForm(namespaceCreateScreens);
    await userEvent.click(await screen.findByRole('radio', { name: 'Custom' }));
    const type = async (name: RegExp, text: string) => {
      const field = await screen.findByRole('textbox', { name });
      await userEvent.clear(field);
      if (text) await userEvent.type(field, text);
      return field;
    };
    expect(await type(/CPU/, 'two')).toHaveAccessibleDescription(
      /‘two’ is not an amount of CPU: write cores/,
    );
    expect(await type(/Memory/, '1Mi')).toHaveAccessibleDescription(
      /‘1Mi’ is out of range: ask for 64 MiB to 8 TiB/,
    );
    expect(await type(/Pods/, '1.5')).toHaveAccessibleDescription(
      /‘1.5’ is not a whole number/,
    );
    // What is left out gets what is usual.
    await type(/Storage/, '');
    expect(held.problems.storage).toBeUndefined();
    expect(Object.keys(held.problems)).toEqual(
      expect.arrayContaining(['name', 'cluster', 'cpu', 'memory', 'pods']),
    );
  });

  it('chooses the only pool by itself, and none of another tenant', async () => {
    const held = openForm(namespaceCreateScreens, {
      api: fakeTenancyApi({
        tenants: [{ ...life, quotas: life.quotas.slice(0, 1) }],
      }),
      prefill: { cluster: 'foreign', environment: 'dev' },
    });
    await waitFor(() =>
      expect(held.payload).toMatchObject({
        cluster: 'nonprod',
        environment: 'dev',
      }),
    );
  });

  it('finds the pool of an address that names the environment alone', async () => {
    const held = openForm(namespaceCreateScreens, {
      prefill: { environment: 'prod' },
    });
    await waitFor(() => expect(held.payload.cluster).toBe('prod'));
  });

  it('says what to do for a tenant without a quota', async () => {
    openForm(namespaceCreateScreens, {
      api: fakeTenancyApi({ tenants: [{ ...life, quotas: [] }] }),
    });
    expect(
      await screen.findByText('This tenant has no quotas'),
    ).toBeInTheDocument();
  });

  it('asks for no nodes where the cluster does not tell which there are', async () => {
    const clusters = fakeClustersView();
    const get = jest.fn().mockRejectedValue(new Error('The cluster is away'));
    openForm(namespaceCreateScreens, {
      clusters: { ...clusters, clusters: { ...clusters.clusters, get } },
    });
    await choosePool(/Development · nonprod/);
    await waitFor(() => expect(get).toHaveBeenCalled());
    expect(screen.queryByRole('button', { name: /Partition/ })).toBeNull();
  });

  it('speaks Chinese, also about what is wrong', async () => {
    openForm(namespaceCreateScreens, { language: 'zh-CN' });
    const name = await screen.findByRole('textbox', { name: /名称/ });
    await userEvent.type(name, 'A_b');
    expect(name).toHaveAccessibleDescription(/名称只能包含小写字母/);
    expect(screen.getByText('请选择环境与集群')).toBeInTheDocument();
  });
});

describe('what is wrong with a namespace', () => {
  /** Without the forms: they load what to choose from. */
  const problemsOf = (prefill: RequestPayload) =>
    openForm({ ...namespaceCreateScreens, parts: [] }, { prefill }).problems;

  it.each([
    ['2026-02-30', 'Choose the last day of the lease'],
    ['2020-01-01', 'That day is over already'],
    [inDays(181), 'A lease has at most 180 days from today'],
    [inDays(180), undefined],
  ])('of the last day %j is: %s', (leaseUntil, sentence) => {
    const { leaseUntil: said } = problemsOf({ environment: 'dev', leaseUntil });
    expect(said).toBe(sentence);
  });

  it.each([
    ['', 'Give the namespace a name'],
    ['a', 'A name has at least 2 characters'],
    ['a'.repeat(25), 'A name has at most 24 characters'],
    ['Core_1', expect.stringContaining('made of lower case letters')],
    ['a'.repeat(24), undefined],
  ])('of the name %j is: %s', (name, sentence) => {
    expect(problemsOf({ name }).name).toEqual(sentence);
  });
});

describe('the payload of a namespace', () => {
  it('is shown with its full name, its amounts and the day of its end', async () => {
    openPayload(namespaceCreateScreens, {
      name: 'billing',
      cluster: 'nonprod',
      environment: 'dev',
      partition: 'gpu',
      cpu: '500m',
      memory: 'a lot',
      pods: 20,
      leaseUntil: '2026-12-22',
    });
    expect(await screen.findByText('life-billing-dev')).toBeInTheDocument();
    expect(screen.getByText('Development')).toBeInTheDocument();
    expect(screen.getByText('gpu')).toBeInTheDocument();
    expect(screen.getByText('0.5 cores')).toBeInTheDocument();
    expect(screen.getByText('a lot')).toBeInTheDocument();
    expect(screen.getByText(/December 22, 2026/)).toBeInTheDocument();
  });
});
