import { NotAllowedError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeTenancyApi, life } from '@caas/plugin-tenancy-react/testing';
import { renderTenancy } from '../../__testUtils__/renderTenancy';

const PATH = '/tenants/life';

const withGet = (get: jest.Mock) => {
  const api = fakeTenancyApi();
  return { ...api, tenants: { ...api.tenants, get } };
};

describe('a tenant', () => {
  it('shows what it holds, and which leases end soon', async () => {
    renderTenancy({ path: PATH });
    expect(
      await screen.findByRole('heading', { name: 'Life insurance' }),
    ).toBeInTheDocument();
    const [cpu] = screen.getAllByRole('meter', { name: 'CPU' });
    expect(cpu).toHaveAttribute(
      'aria-valuetext',
      'Used 14 cores of 16 cores · requested 1 core · left 1 core',
    );
    const ending = await screen.findByRole('list', {
      name: 'Leases that end soon',
    });
    const [claims, billing] = within(ending).getAllByRole('listitem');
    expect(claims).toHaveTextContent(
      /life-claims-dev.*Stopped.*Ended yesterday/,
    );
    expect(claims).toHaveTextContent(
      'Held by HTTPRoute property-portal/claims',
    );
    expect(billing).toHaveTextContent(/life-billing-dev.*Ends in 6 days/);
    expect(
      within(billing).getByRole('link', { name: /Renew the lease/ }),
    ).toHaveAttribute(
      'href',
      '/requests/new?kind=namespace.renew&tenant=life&payload.namespace=ns-1',
    );
  });

  it('shows a part at a time, each with its address', async () => {
    renderTenancy({ path: PATH });
    await userEvent.click(await screen.findByRole('tab', { name: 'Requests' }));
    expect(
      await screen.findByText('Namespace life-quote-dev'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Show them at the desk' }),
    ).toHaveAttribute('href', '/requests?view=all&tenant=life');
  });

  it('offers a new request to those who may ask', async () => {
    renderTenancy({ path: PATH });
    expect(
      await screen.findByRole('link', { name: 'Apply for a namespace' }),
    ).toHaveAttribute(
      'href',
      '/requests/new?kind=namespace.create&tenant=life',
    );
  });

  it('offers nothing to a stranger in a suspended tenant, and says that it is suspended', async () => {
    renderTenancy({ path: '/tenants/property' });
    expect(
      await screen.findByText('This tenant is suspended: it takes no requests'),
    ).toBeInTheDocument();
    expect(screen.getByText('This tenant has no quotas')).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: 'Apply for a namespace' }),
    ).toBeNull();
    expect(screen.queryByRole('link', { name: 'Audit trail' })).toBeNull();
  });

  it.each([
    [new Error('The database is down'), 'This could not be loaded'],
    [new NotAllowedError('Not yours'), 'You may not see this'],
  ])('says that it cannot be loaded: %s', async (error, title) => {
    renderTenancy({
      path: PATH,
      api: withGet(jest.fn().mockRejectedValue(error)),
    });
    expect(await screen.findByText(title)).toBeInTheDocument();
  });

  it('says that there is no such tenant', async () => {
    renderTenancy({ path: '/tenants/unknown' });
    expect(
      await screen.findByText(/There is no tenant 'unknown'/),
    ).toBeInTheDocument();
  });

  it('shows that it loads', async () => {
    renderTenancy({
      path: PATH,
      api: withGet(jest.fn().mockReturnValue(new Promise(() => {}))),
    });
    expect(await screen.findByText('Loading')).toBeInTheDocument();
  });

  it('speaks Chinese', async () => {
    renderTenancy({ path: PATH, language: 'zh-CN' });
    expect(
      await screen.findByRole('heading', { name: '寿险' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: '开发 · nonprod' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: '申请命名空间' }),
    ).toBeInTheDocument();
  });
});

describe('the quotas of a tenant', () => {
  it('say in five dimensions what is allocated, requested, used and was most used', async () => {
    renderTenancy({ path: `${PATH}?part=quotas` });
    const quota = await screen.findByRole('region', {
      name: 'Development · nonprod',
    });
    const meters = within(quota).getAllByRole('meter');
    expect(meters.map(each => each.getAttribute('aria-valuetext'))).toEqual([
      'Allocated 14 cores · Requested 1 core · Used 3 cores · 14-day peak 9.5 cores · of 16 cores · left 1 core',
      'Allocated 28 GiB · Requested 2 GiB · Used 6 GiB · 14-day peak 14 GiB · of 32 GiB · left 2 GiB',
      expect.stringContaining('14-day peak not known'),
      expect.stringContaining('Used 30 ·'),
      expect.stringContaining('Allocated 70 ·'),
    ]);
    expect(
      within(quota).getByRole('link', { name: 'Apply for a change' }),
    ).toHaveAttribute(
      'href',
      '/requests/new?kind=tenant.quota&tenant=life&payload.cluster=nonprod&payload.environment=dev&payload.cpu=16&payload.memory=32Gi&payload.storage=160Gi&payload.pods=160&payload.persistentVolumeClaims=80',
    );
  });
});

describe('the namespaces of a tenant', () => {
  it('say how each is and how its lease stands, and lead to what can be done', async () => {
    renderTenancy({ path: `${PATH}?part=namespaces` });
    const table = await screen.findByRole('grid', { name: 'Namespaces' });
    const [, billing, claims] = within(table).getAllByRole('row');
    expect(billing).toHaveTextContent('2 cores · 4 GiB');
    expect(billing).toHaveTextContent(/Ends soon.*Next reminder in 5 days/);
    expect(within(billing).getByRole('link')).toHaveAttribute(
      'href',
      '/clusters/nonprod/namespaces/life-billing-dev',
    );
    expect(claims).toHaveTextContent('The cluster refused');
    await userEvent.click(
      within(billing).getByRole('button', {
        name: 'What can be done with life-billing-dev',
      }),
    );
    const ways = await screen.findAllByRole('menuitem');
    expect(
      ways.map(way => [way.textContent, way.getAttribute('href')]),
    ).toEqual([
      [
        'Show it on the cluster',
        '/clusters/nonprod/namespaces/life-billing-dev',
      ],
      ['Show the request', '/requests/req-1'],
      [
        'Apply for another size',
        '/requests/new?kind=namespace.resize&tenant=life&payload.namespace=ns-1&payload.cpu=2&payload.memory=4Gi&payload.storage=20Gi&payload.pods=20&payload.persistentVolumeClaims=10',
      ],
      [
        'Apply for a longer lease',
        '/requests/new?kind=namespace.renew&tenant=life&payload.namespace=ns-1',
      ],
      [
        'Apply for its deletion',
        '/requests/new?kind=namespace.delete&tenant=life&payload.namespace=ns-1',
      ],
    ]);
  });

  it('say in Chinese why one failed, and what holds its deletion', async () => {
    renderTenancy({ path: `${PATH}?part=namespaces`, language: 'zh-CN' });
    expect(
      await screen.findByText('集群拒绝了命名空间“life-claims-dev”'),
    ).toBeInTheDocument();
    expect(screen.getByText(/它通向服务“claims-api”/)).toBeInTheDocument();
    expect(screen.queryByText(/The cluster refused/)).toBeNull();
  });

  it('say the next step when there are none', async () => {
    const api = fakeTenancyApi({ tenants: [life], namespaces: [] });
    renderTenancy({ path: `${PATH}?part=namespaces`, api });
    expect(
      await screen.findByText('This tenant has no namespaces yet'),
    ).toBeInTheDocument();
  });
});
