import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { TenancyApi } from '@caas/plugin-tenancy-react';
import { fakeTenancyApi, people } from '@caas/plugin-tenancy-react/testing';
import { renderTenancy } from '../../__testUtils__/renderTenancy';

const PATH = '/tenants/life?part=people';

/** Life insurance, with what is sent taken down. */
function listening() {
  const sent: [string, object][] = [];
  const listen = (name: string) => async (input: object) => {
    sent.push([name, input]);
    return people[0];
  };
  const api = fakeTenancyApi();
  return {
    sent,
    api: {
      ...api,
      members: {
        add: listen('add'),
        remove: listen('remove'),
        place: listen('place'),
      },
      roles: {
        ...api.roles,
        create: listen('create role'),
        update: listen('update role'),
        delete: listen('delete role'),
      },
      // The answers of these are not looked at.
    } as unknown as TenancyApi,
  };
}

const rows = async () => {
  const table = await screen.findByRole('grid', { name: 'People' });
  return within(table).getAllByRole('row').slice(1);
};

describe('the people of a tenant', () => {
  it('get roles, built-in and of the tenant', async () => {
    const { api, sent } = listening();
    renderTenancy({ path: PATH, api, may: 'everything' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add a member' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    const give = () =>
      userEvent.click(dialog.getByRole('button', { name: 'Give the role' }));
    await give();
    expect(dialog.getByText('Choose a person')).toBeInTheDocument();
    await userEvent.type(
      dialog.getByRole('combobox', { name: /Person/ }),
      '孙莉',
    );
    await userEvent.click(await screen.findByRole('option', { name: /孙莉/ }));
    await userEvent.click(dialog.getByRole('button', { name: /Role/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: /Releaser/ }),
    );
    await give();
    expect(sent).toEqual([
      [
        'add',
        {
          code: 'life',
          user: 'user:default/sun-li',
          customRole: 'releaser',
        },
      ],
    ]);
  });

  it('lose what was given, and are told when another reason keeps it', async () => {
    const { api, sent } = listening();
    renderTenancy({ path: PATH, api, may: 'everything' });
    const [, developer] = await rows();
    const [take] = await within(developer).findAllByRole('button', {
      name: 'Take away',
    });
    await userEvent.click(take);
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/They keep the role/)).toBeInTheDocument();
    await userEvent.click(dialog.getByRole('button', { name: 'Take it away' }));
    expect(sent).toEqual([
      [
        'remove',
        { code: 'life', user: 'user:default/li-wei', role: 'developer' },
      ],
    ]);
  });
});

describe('the roles of a tenant', () => {
  it('are written in words, and can be deleted while nobody has them', async () => {
    const { api, sent } = listening();
    renderTenancy({ path: PATH, api, may: 'everything' });
    const list = await screen.findByRole('list', {
      name: 'Roles of this tenant',
    });
    const [releaser, observer] = within(list).getAllByRole('listitem');
    expect(releaser).toHaveTextContent(
      'See workloads and pods, Restart workloads',
    );
    expect(
      within(releaser).queryByRole('button', { name: 'Delete' }),
    ).toBeNull();
    await userEvent.click(
      within(observer).getByRole('button', { name: 'Delete' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Delete it' }),
    );
    expect(sent).toEqual([
      ['delete role', { tenant: 'life', code: 'observer', version: 1 }],
    ]);
  });

  it('are changed by choosing what they may', async () => {
    const { api, sent } = listening();
    renderTenancy({ path: PATH, api, may: 'everything' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Edit: Releaser' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(
      dialog.getByRole('checkbox', { name: 'Scale workloads' }),
    );
    await userEvent.click(
      dialog.getByRole('checkbox', { name: 'Restart workloads' }),
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
    expect(sent).toEqual([
      [
        'update role',
        {
          tenant: 'life',
          code: 'releaser',
          version: 2,
          name: '发布人员',
          nameEn: 'Releaser',
          permissions: ['clusters.workload.read', 'clusters.workload.scale'],
        },
      ],
    ]);
  });
});
