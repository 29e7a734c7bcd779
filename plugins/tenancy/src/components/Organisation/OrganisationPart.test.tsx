import { ConflictError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { TenancyApi } from '@caas/plugin-tenancy-react';
import {
  departments,
  fakeTenancyApi,
} from '@caas/plugin-tenancy-react/testing';
import { renderTenancy } from '../../__testUtils__/renderTenancy';

const PATH = '/tenants/life?part=organisation';

const withDepartments = (changes: Partial<TenancyApi['departments']>) => {
  const api = fakeTenancyApi();
  return { ...api, departments: { ...api.departments, ...changes } };
};

describe('the organisation of a tenant', () => {
  it('grows below a department', async () => {
    const create = jest.fn().mockResolvedValue(departments[0]);
    renderTenancy({
      path: PATH,
      api: withDepartments({ create }),
      may: 'everything',
    });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Add below: Channel department',
      }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByRole('textbox', { name: /Code/ }), 'bank');
    await userEvent.type(
      dialog.getByRole('textbox', { name: /Chinese name/ }),
      '银保渠道',
    );
    await userEvent.type(
      dialog.getByRole('textbox', { name: /English name/ }),
      'Banks',
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
    expect(create).toHaveBeenCalledWith({
      tenant: 'life',
      code: 'bank',
      name: '银保渠道',
      nameEn: 'Banks',
      parent: 'life-channel',
    });
  });

  it('never offers to put a department below itself, and keeps the form when the server refuses', async () => {
    const update = jest
      .fn()
      .mockRejectedValue(new ConflictError('Somebody changed it meanwhile'));
    renderTenancy({
      path: PATH,
      api: withDepartments({ update }),
      may: 'everything',
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Edit: Policy department' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: /Stands below/ }));
    const options = await screen.findAllByRole('option');
    expect(options.map(option => option.textContent)).toEqual([
      'The tenant itself',
      'Channel department',
    ]);
    await userEvent.click(options[1]);
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'Somebody changed it meanwhile',
    );
  });

  it('lets go of a department that has nobody and nothing below it', async () => {
    renderTenancy({ path: PATH, may: 'everything' });
    const tree = await screen.findByRole('list', { name: 'Organisation' });
    expect(
      within(tree).getAllByRole('button', { name: 'Delete' }),
    ).toHaveLength(1);
  });
});
