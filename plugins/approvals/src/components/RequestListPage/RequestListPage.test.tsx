import { NotAllowedError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApprovalsApi } from '../../__fixtures__/fakeApprovalsApi';
import { fakeTenancyApi } from '@caas/plugin-tenancy-react/testing';
import { renderApprovals } from '../../__testUtils__/renderApprovals';

const withList = (list: jest.Mock) => {
  const api = fakeApprovalsApi();
  return { ...api, requests: { ...api.requests, list } };
};

describe('the list of requests', () => {
  it('begins with what waits for the person, and says how much that is', async () => {
    renderApprovals({ path: '/requests' });
    const tab = await screen.findByRole('tab', { name: 'To decide (1)' });
    expect(tab).toHaveAttribute('aria-selected', 'true');
    const rows = await screen.findAllByRole('row');
    expect(rows).toHaveLength(2);
    expect(rows[1]).toHaveTextContent('Namespace life-billing-dev');
    expect(rows[1]).toHaveTextContent('Apply for a namespace');
    expect(rows[1]).toHaveTextContent('Life insurance');
    expect(rows[1]).toHaveTextContent('Development');
    expect(rows[1]).toHaveTextContent('Awaiting approval');
  });

  it('begins with their own requests when nothing waits', async () => {
    renderApprovals({ path: '/requests', api: fakeApprovalsApi([]) });
    expect(await screen.findByRole('tab', { name: 'Mine' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    expect(
      await screen.findByText('You have not asked for anything yet'),
    ).toBeInTheDocument();
    const links = await screen.findAllByRole('link', { name: 'New request' });
    expect(links[0]).toHaveAttribute('href', '/requests/new');
  });

  it('offers no new request to somebody who may not ask anywhere', async () => {
    renderApprovals({
      path: '/requests?view=all',
      tenancyApi: fakeTenancyApi({
        memberships: {
          user: 'user:default/liu-yang',
          platformRoles: ['auditor'],
          tenants: [],
        },
      }),
    });
    expect(await screen.findAllByRole('row')).toHaveLength(5);
    expect(screen.queryByRole('link', { name: 'New request' })).toBeNull();
  });

  it('says what it asks for: list, filters and page of the address', async () => {
    const list = jest.fn().mockImplementation(fakeApprovalsApi().requests.list);
    renderApprovals({
      path: '/requests?view=all&state=failed&tenant=life',
      api: withList(list),
    });
    const rows = await screen.findAllByRole('row');
    expect(rows).toHaveLength(2);
    expect(list).toHaveBeenCalledWith({
      view: 'all',
      state: 'failed',
      tenant: 'life',
      limit: 20,
      offset: 0,
    });
    await userEvent.click(screen.getByRole('tab', { name: 'Mine' }));
    expect(
      within(await screen.findByRole('grid', { name: 'Mine' })).getByText(
        'Failed',
      ),
    ).toBeInTheDocument();
  });

  it('says that no request matches the filters', async () => {
    renderApprovals({ path: '/requests?view=all&state=expired' });
    expect(
      await screen.findByText('No request matches the filters'),
    ).toBeInTheDocument();
  });

  it('offers a retry after an error', async () => {
    const list = jest.fn().mockRejectedValue(new Error('The desk is closed'));
    renderApprovals({ path: '/requests?view=mine', api: withList(list) });
    expect(await screen.findByText('The desk is closed')).toBeInTheDocument();
    list.mockImplementation(fakeApprovalsApi().requests.list);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findAllByRole('row')).toHaveLength(5);
  });

  it('says whom to ask when the person may not see it', async () => {
    renderApprovals({
      path: '/requests?view=mine',
      api: withList(
        jest.fn().mockRejectedValue(new NotAllowedError('Not for you')),
      ),
    });
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
  });

  it('shows that it loads', async () => {
    renderApprovals({
      path: '/requests?view=mine',
      api: withList(jest.fn().mockReturnValue(new Promise(() => {}))),
    });
    expect(await screen.findByText('Loading')).toBeInTheDocument();
  });

  it('speaks Chinese', async () => {
    renderApprovals({ path: '/requests', language: 'zh-CN' });
    expect(
      await screen.findByRole('tab', { name: '待我审批（1）' }),
    ).toBeInTheDocument();
    const rows = await screen.findAllByRole('row');
    expect(rows[1]).toHaveTextContent('申请命名空间 life-billing-dev');
    expect(rows[1]).toHaveTextContent('审批中');
    expect(await within(rows[1]).findByText('寿险')).toBeInTheDocument();
  });
});
