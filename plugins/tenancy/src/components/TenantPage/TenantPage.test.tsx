import { NotAllowedError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import { fakeTenancyApi } from '../../__fixtures__/fakeTenancyApi';
import { renderTenancy } from '../../__testUtils__/renderTenancy';

const PATH = '/tenants/life';

const withGet = (get: jest.Mock) => {
  const api = fakeTenancyApi();
  return { ...api, tenants: { ...api.tenants, get } };
};

describe('a tenant', () => {
  it('shows its pools, namespaces and members', async () => {
    renderTenancy({ path: PATH });
    expect(
      await screen.findByRole('heading', { name: 'Life insurance' }),
    ).toBeInTheDocument();
    const [cpu] = screen.getAllByRole('meter', { name: 'CPU' });
    expect(cpu).toHaveAttribute(
      'aria-valuetext',
      'Used 14 cores of 16 cores · requested 1 core · left 1 core',
    );
    const members = screen.getByRole('region', { name: 'Members' });
    expect(within(members).getAllByRole('row')).toHaveLength(3);
    expect(members).toHaveTextContent('Tenant administrator');
    const namespaces = await screen.findByRole('grid', { name: 'Namespaces' });
    const [, billing, claims] = within(namespaces).getAllByRole('row');
    expect(billing).toHaveTextContent('life-billing-dev');
    expect(billing).toHaveTextContent('Ready');
    expect(billing).toHaveTextContent('2 cores');
    expect(within(billing).getByRole('link')).toHaveAttribute(
      'href',
      '/requests/req-1',
    );
    expect(claims).toHaveTextContent('Failed');
    expect(claims).toHaveTextContent('The cluster refused');
  });

  it('leads to its requests, and to a new one for those who may ask', async () => {
    renderTenancy({ path: PATH });
    expect(
      await screen.findByRole('link', { name: 'Requests of this tenant' }),
    ).toHaveAttribute('href', '/requests?view=all&tenant=life');
    expect(
      screen.getByRole('link', { name: 'Apply for a namespace' }),
    ).toHaveAttribute(
      'href',
      '/requests/new?kind=namespace.create&tenant=life',
    );
  });

  it('says what is missing in an empty tenant, and offers no request to a stranger', async () => {
    renderTenancy({ path: '/tenants/property' });
    expect(
      await screen.findByText('This tenant has no namespaces yet'),
    ).toBeInTheDocument();
    expect(screen.getByText('This tenant has no quotas')).toBeInTheDocument();
    expect(screen.getByText('This tenant has no members')).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: 'Apply for a namespace' }),
    ).toBeNull();
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
      await screen.findByText("There is no tenant 'unknown'"),
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
    expect(screen.getByText('开发 · nonprod')).toBeInTheDocument();
    expect(await screen.findByText('就绪')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: '申请命名空间' }),
    ).toBeInTheDocument();
  });
});
