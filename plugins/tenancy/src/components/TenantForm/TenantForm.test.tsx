import { ConflictError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { TenancyApi } from '@caas/plugin-tenancy-react';
import { fakeTenancyApi, life } from '@caas/plugin-tenancy-react/testing';
import { renderTenancy } from '../../__testUtils__/renderTenancy';

const withTenants = (changes: Partial<TenancyApi['tenants']>) => {
  const api = fakeTenancyApi();
  return { ...api, tenants: { ...api.tenants, ...changes } };
};

const write = async (name: string, text: string) => {
  const field = await screen.findByRole('textbox', { name: new RegExp(name) });
  await userEvent.clear(field);
  await userEvent.type(field, text);
};

const addAdmin = async () => {
  const field = screen.getByRole('combobox', { name: /Tenant administrators/ });
  await userEvent.type(field, '李伟');
  await userEvent.click(await screen.findByRole('option', { name: /李伟/ }));
};

describe('a new tenant', () => {
  it('is made with its first administrators, and shown', async () => {
    const create = jest.fn().mockResolvedValue({ ...life, code: 'health' });
    const { toasts } = renderTenancy({
      path: '/tenants/-/new',
      api: withTenants({ create }),
      may: 'everything',
    });
    await write('Code', 'health');
    await write('Chinese name', '健康险');
    await write('English name', 'Health insurance');
    await addAdmin();
    await userEvent.click(
      screen.getByRole('button', { name: 'Make the tenant' }),
    );
    expect(create).toHaveBeenCalledWith({
      code: 'health',
      name: '健康险',
      nameEn: 'Health insurance',
      admins: ['user:default/li-wei'],
      contacts: [],
      budget: null,
      harborProject: null,
    });
    expect(toasts).toEqual(['Life insurance is saved']);
  });

  it('says at each field what is missing, and sends nothing', async () => {
    const create = jest.fn();
    renderTenancy({
      path: '/tenants/-/new',
      api: withTenants({ create }),
      may: 'everything',
    });
    await write('Code', 'No Code');
    await userEvent.click(
      screen.getByRole('button', { name: 'Make the tenant' }),
    );
    expect(screen.getByRole('textbox', { name: /Code/ })).toBeInvalid();
    expect(
      screen.getByText('Name one to twenty administrators'),
    ).toBeInTheDocument();
    expect(create).not.toHaveBeenCalled();
  });
});

describe('a tenant that is changed', () => {
  it('keeps what the tenants file says, and says why when the server refuses', async () => {
    const update = jest
      .fn()
      .mockRejectedValue(new ConflictError('Somebody changed it meanwhile'));
    renderTenancy({
      path: '/tenants/life/edit',
      api: withTenants({ update }),
      may: 'everything',
    });
    expect(
      await screen.findByRole('textbox', { name: /Chinese name/ }),
    ).toBeDisabled();
    await write('Harbor project', 'life');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(update).toHaveBeenCalledWith({
      code: 'life',
      version: 1,
      budget: null,
      harborProject: 'life',
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Somebody changed it meanwhile',
    );
  });
});

describe('the state of a tenant', () => {
  it('changes after saying what follows, with a reason', async () => {
    const setState = jest.fn().mockResolvedValue(life);
    const { toasts } = renderTenancy({
      path: '/tenants/life',
      api: withTenants({ setState }),
      may: ['tenancy.tenant.set-state'],
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Suspend' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      dialog.getByText(/Its namespaces go on running/),
    ).toBeInTheDocument();
    await userEvent.click(dialog.getByRole('button', { name: 'Suspend it' }));
    expect(setState).not.toHaveBeenCalled();
    await userEvent.type(
      dialog.getByRole('textbox', { name: /Reason/ }),
      'Audit of spending',
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Suspend it' }));
    expect(setState).toHaveBeenCalledWith({
      code: 'life',
      version: 1,
      state: 'suspended',
      reason: 'Audit of spending',
    });
    expect(toasts).toEqual(['Life insurance is suspended']);
  });

  it('shows its reason over the page', async () => {
    const get = async () => ({
      ...life,
      state: 'suspended' as const,
      stateReason: 'Audit of spending',
    });
    renderTenancy({ path: '/tenants/life', api: withTenants({ get }) });
    expect(
      await screen.findByText('Reason: Audit of spending'),
    ).toBeInTheDocument();
  });
});
