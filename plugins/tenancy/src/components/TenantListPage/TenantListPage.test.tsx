import { NotAllowedError } from '@backstage/errors';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeTenancyApi } from '../../__fixtures__/fakeTenancyApi';
import { renderTenancy } from '../../__testUtils__/renderTenancy';

const withList = (list: jest.Mock) => {
  const api = fakeTenancyApi();
  return { ...api, tenants: { ...api.tenants, list } };
};

describe('the list of tenants', () => {
  it('shows each tenant with its state and the roles of the person', async () => {
    renderTenancy({ path: '/tenants' });
    const [, life, property] = await screen.findAllByRole('row');
    expect(life).toHaveTextContent('Life insurance');
    expect(life).toHaveTextContent('Active');
    expect(life).toHaveTextContent('Developer');
    expect(life).toHaveAttribute('data-href', '/tenants/life');
    expect(property).toHaveTextContent('Suspended');
  });

  it('says whom to ask when there is nothing to see', async () => {
    renderTenancy({ path: '/tenants', api: fakeTenancyApi([]) });
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
