import { NotAllowedError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeTenancyApi } from '@caas/plugin-tenancy-react/testing';
import { renderTenancy } from '../../__testUtils__/renderTenancy';

const withList = (list: jest.Mock) => {
  const api = fakeTenancyApi();
  return { ...api, tenants: { ...api.tenants, list } };
};

describe('the list of tenants', () => {
  it('shows each tenant with its state, its use and the roles of the person', async () => {
    renderTenancy({ path: '/tenants' });
    const [, life, property] = await screen.findAllByRole('row');
    expect(life).toHaveTextContent('Life insurance');
    expect(life).toHaveTextContent('Active');
    expect(life).toHaveTextContent('Developer');
    expect(life).toHaveAttribute('data-href', '/tenants/life');
    expect(
      await within(life).findByRole('meter', {
        name: 'CPU · Development · nonprod',
      }),
    ).toHaveAttribute(
      'aria-valuetext',
      'Used 14 cores of 16 cores · requested 1 core · left 1 core',
    );
    expect(property).toHaveTextContent('Suspended');
    expect(await within(property).findByText('No quota')).toBeInTheDocument();
  });

  it('draws the use of every tenant without asking for each', async () => {
    const quotas = { list: jest.fn() };
    renderTenancy({ path: '/tenants', api: { ...fakeTenancyApi(), quotas } });
    expect(await screen.findByRole('meter')).toBeInTheDocument();
    expect(quotas.list).not.toHaveBeenCalled();
  });

  it('is narrowed by name and by state', async () => {
    renderTenancy({ path: '/tenants' });
    const field = await screen.findByRole('searchbox', {
      name: 'Name or code',
    });
    await userEvent.type(field, 'prop');
    expect(
      await screen.findByRole('row', { name: /Property insurance/ }),
    ).toBeInTheDocument();
    expect(screen.queryByText('Life insurance')).toBeNull();
    await userEvent.type(field, '?');
    expect(
      await screen.findByText('No tenant is like this'),
    ).toBeInTheDocument();
  });

  it('says whom to ask when there is nothing to see', async () => {
    renderTenancy({ path: '/tenants', api: fakeTenancyApi({ tenants: [] }) });
    expect(
      await screen.findByText('There are no tenants that you may see'),
    ).toBeInTheDocument();
  });

  it('offers a retry after an error', async () => {
    const list = jest.fn().mockRejectedValue(new Error('The database is down'));
    renderTenancy({ path: '/tenants', api: withList(list) });
    expect(await screen.findByText('The database is down')).toBeInTheDocument();
    list.mockImplementation(fakeTenancyApi().tenants.list);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Life insurance')).toBeInTheDocument();
  });

  it('says that the person may not see it', async () => {
    const list = jest.fn().mockRejectedValue(new NotAllowedError('Not yours'));
    renderTenancy({ path: '/tenants', api: withList(list) });
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
  });

  it('shows that it loads', async () => {
    const list = jest.fn().mockReturnValue(new Promise(() => {}));
    renderTenancy({ path: '/tenants', api: withList(list) });
    expect(await screen.findByText('Loading')).toBeInTheDocument();
  });

  it('speaks Chinese', async () => {
    renderTenancy({ path: '/tenants', language: 'zh-CN' });
    const [, life] = await screen.findAllByRole('row');
    expect(life).toHaveTextContent('寿险');
    expect(life).toHaveTextContent('正常');
    expect(life).toHaveTextContent('开发人员');
  });
});
