import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { amountsOfResources } from '@caas/plugin-tenancy-common';
import {
  fakeTenancyApi,
  life,
  namespaces,
} from '@caas/plugin-tenancy-react/testing';
import { openForm, openPayload } from '../__testUtils__/openKind';
import { namespaceDeleteScreens } from './namespaceDelete';
import { namespaceRenewScreens } from './namespaceRenew';
import { namespaceResizeScreens } from './namespaceResize';
import { tenantQuotaScreens } from './tenantQuota';
import { dayAfter } from './shared/leaseDays';

const [billing] = namespaces;
const until = dayAfter(new Date(), 20);
const leased = fakeTenancyApi({
  namespaces: [
    {
      ...billing,
      lease: {
        until: `${until}T23:59:59.999Z`,
        stage: 'running',
        nextAt: `${until}T00:00:00.000Z`,
        heldBy: [],
      },
    },
    { ...billing, id: 'ns-prod', name: 'life-billing-prod', lease: undefined },
  ],
});

const choose = async (label: RegExp, option: RegExp) => {
  await userEvent.click(await screen.findByRole('button', { name: label }));
  await userEvent.click(await screen.findByRole('option', { name: option }));
};

describe('another size', () => {
  it('begins with what the namespace has, and says what its pods ask for and asked for at most', async () => {
    const held = openForm(namespaceResizeScreens);
    expect(held.problems).toEqual({ namespace: 'Choose a namespace' });
    await choose(/Namespace/, /life-billing-dev/);
    const cpu = await screen.findByRole('textbox', { name: /CPU/ });
    expect(cpu).toHaveValue('2');
    expect(held.problems).toEqual({
      cpu: 'The namespace has this size already: change an amount',
    });
    expect(
      await screen.findByText(
        'Has 2 cores, pods ask for 1.5 cores, at most 1.8 cores in two weeks',
      ),
    ).toBeInTheDocument();
    await userEvent.clear(cpu);
    expect(cpu).toHaveAccessibleDescription(/Say how much: CPU/);
    await userEvent.type(cpu, '3');
    // The share that it has already counts once: 14 of 16 are taken, 2 of them by itself.
    expect(await screen.findByRole('meter', { name: 'CPU' })).toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(
        /Used 12 cores of 16 cores · requested 3 cores · left 1 core/,
      ),
    );
    expect(held.problems).toEqual({});
    expect(held.sent).toMatchObject({ namespace: 'ns-1', cpu: '3' });
  });

  it('keeps what an address has filled in', async () => {
    const held = openForm(namespaceResizeScreens, {
      prefill: {
        ...amountsOfResources(billing.resources),
        namespace: 'ns-1',
        cpu: '8',
      },
    });
    expect(await screen.findByRole('textbox', { name: /CPU/ })).toHaveValue(
      '8',
    );
    expect(held.problems).toEqual({});
  });

  it('begins with what the namespace of an address has', async () => {
    const held = openForm(namespaceResizeScreens, {
      prefill: { namespace: 'ns-1' },
    });
    await waitFor(() => expect(held.payload.cpu).toBe('2'));
    expect(held.sent).toEqual({
      namespace: 'ns-1',
      ...amountsOfResources(billing.resources),
      pods: '20',
      persistentVolumeClaims: '10',
    });
  });

  it('lets go of a namespace that is not there', async () => {
    const held = openForm(namespaceResizeScreens, {
      prefill: { namespace: 'ns-foreign' },
    });
    await waitFor(() => expect(held.payload.namespace).toBe(''));
  });

  it('is shown with what there was before', async () => {
    openPayload(namespaceResizeScreens, {
      namespace: 'ns-1',
      name: 'life-billing-dev',
      cluster: 'nonprod',
      environment: 'dev',
      cpu: '4',
      memory: '4Gi',
      from: { cpu: '2', memory: '4Gi' },
    });
    expect(await screen.findByText('life-billing-dev')).toBeInTheDocument();
    expect(screen.getByText('4 cores').closest('dd')).toHaveTextContent(
      'from 2 cores → to 4 cores',
    );
    expect(screen.getByText('(no change)').closest('dd')).toHaveTextContent(
      '4 GiB (no change)',
    );
  });

  it('says that there is none to resize', async () => {
    openForm(namespaceResizeScreens, {
      api: fakeTenancyApi({ namespaces: [{ ...billing, state: 'deleting' }] }),
    });
    expect(
      await screen.findByText(/no namespace that this can be asked for/),
    ).toBeInTheDocument();
  });
});

describe('a longer lease', () => {
  it('chooses the only namespace with a lease, says when it ends, and takes a later day only', async () => {
    const held = openForm(namespaceRenewScreens, { api: leased });
    expect(await screen.findByText(/The lease ends on/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '7 days' }));
    expect(
      screen.getByText('Choose a day after the one on which it ends now'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '90 days' }));
    expect(held.problems).toEqual({});
    expect(held.sent).toEqual({
      namespace: 'ns-1',
      leaseUntil: dayAfter(new Date(), 90),
    });
  });

  it('is shown with the day before', async () => {
    openPayload(
      namespaceRenewScreens,
      {
        namespace: 'ns-1',
        name: 'life-billing-dev',
        leaseUntil: '2027-01-22',
        from: '2026-12-22',
      },
      'zh-CN',
    );
    expect(await screen.findByText('2027年1月22日星期五')).toBeInTheDocument();
    expect(screen.getByText('2026年12月22日星期二')).toBeInTheDocument();
  });
});

describe('a deletion', () => {
  it('says what is lost, and wants the name of the namespace', async () => {
    const held = openForm(namespaceDeleteScreens);
    await choose(/Namespace/, /life-billing-dev/);
    expect(
      await screen.findByText('What is lost with life-billing-dev'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/The data of its volumes: up to 20 GiB/),
    ).toBeInTheDocument();
    const name = screen.getByRole('textbox', { name: /Type life-billing-dev/ });
    await userEvent.type(name, 'life-billing');
    expect(name).toHaveAccessibleDescription(
      'Type the name of the namespace as it is: life-billing-dev',
    );
    await userEvent.type(name, '-dev');
    expect(held.problems).toEqual({});
    expect(held.sent).toEqual({ namespace: 'ns-1' });
    // The name of one is no confirmation for another.
    await choose(/Namespace/, /life-claims-dev/);
    expect(held.problems.confirmation).toMatch(/life-claims-dev/);
  });

  it('knows the name of a namespace that an address has chosen', async () => {
    const held = openForm(namespaceDeleteScreens, {
      prefill: { namespace: 'ns-2' },
    });
    await userEvent.type(
      await screen.findByRole('textbox', { name: /Type life-claims-dev/ }),
      'life-claims-dev',
    );
    expect(held.problems).toEqual({});
  });

  it('is shown with what it means', async () => {
    openPayload(namespaceDeleteScreens, {
      namespace: 'ns-1',
      name: 'life-billing-dev',
      cluster: 'nonprod',
      environment: 'dev',
    });
    expect(
      await screen.findByText('It cannot be brought back.'),
    ).toBeInTheDocument();
  });
});

describe('another quota', () => {
  it('begins with what the tenant has there, beside what is allocated', async () => {
    const held = openForm(tenantQuotaScreens);
    await choose(/Environment and cluster/, /Development · nonprod/);
    const cpu = await screen.findByRole('textbox', { name: /CPU/ });
    expect(cpu).toHaveValue('16');
    expect(held.problems).toEqual({
      cpu: 'This is the quota already: change an amount',
    });
    expect(
      screen.getByText('Now 16 cores, allocated 14 cores'),
    ).toBeInTheDocument();
    await userEvent.clear(cpu);
    await userEvent.type(cpu, '20');
    expect(held.problems).toEqual({});
    expect(held.sent).toMatchObject({
      cluster: 'nonprod',
      environment: 'dev',
      cpu: '20',
      memory: '32Gi',
    });
    expect(screen.getByRole('meter', { name: 'CPU' })).toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(/of 20 cores/),
    );
  });

  it('can be asked for where the tenant has none yet', async () => {
    const held = openForm(tenantQuotaScreens, {
      api: fakeTenancyApi({ tenants: [{ ...life, quotas: [] }] }),
    });
    await choose(/Environment and cluster/, /Test · nonprod/);
    expect(held.payload).toMatchObject({
      cluster: 'nonprod',
      environment: 'test',
      cpu: '',
    });
    expect(Object.keys(held.problems)).toHaveLength(5);
    expect(held.problems.cpu).toBe('Say how much: CPU');
  });

  it('is shown with what there was before', async () => {
    openPayload(tenantQuotaScreens, {
      cluster: 'nonprod',
      environment: 'dev',
      cpu: '20',
      memory: '32Gi',
      storage: '100Gi',
      pods: 100,
      persistentVolumeClaims: 50,
      from: { cpu: '16', memory: '32Gi', storage: '100Gi', pods: 100 },
    });
    expect(
      (await screen.findByText('20 cores')).closest('dd'),
    ).toHaveTextContent('from 16 cores → to 20 cores');
  });
});
