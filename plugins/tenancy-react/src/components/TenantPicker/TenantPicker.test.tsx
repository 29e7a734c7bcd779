import { useState } from 'react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { Memberships } from '@caas/plugin-tenancy-common';
import { tenancyApiRef, type TenancyApi } from '../../api';
import { TenantPicker } from './TenantPicker';

const life: Memberships['tenants'][number] = {
  code: 'life',
  name: '寿险',
  nameEn: 'Life insurance',
  roles: ['developer'],
  permissions: [],
};
const property: Memberships['tenants'][number] = {
  code: 'property',
  name: '财险',
  nameEn: 'Property insurance',
  roles: ['operator', 'viewer'],
  permissions: [],
};

function open(options: {
  tenants?: Memberships['tenants'];
  mine?: jest.Mock;
  initial?: string;
  errorMessage?: string;
}) {
  const { tenants = [], initial = '', errorMessage } = options;
  const mine =
    options.mine ??
    jest.fn().mockResolvedValue({
      user: 'user:default/li-wei',
      platformRoles: [],
      tenants,
    });
  const onChange = jest.fn();
  const Page = () => {
    const [code, setCode] = useState(initial);
    return (
      <TenantPicker
        value={code}
        onChange={next => {
          onChange(next);
          setCode(next);
        }}
        errorMessage={errorMessage}
      />
    );
  };
  // The picker asks nothing else.
  const api = { memberships: { mine } } as unknown as TenancyApi;
  renderInTestApp(<Page />, { apis: [[tenancyApiRef, api]] });
  return { onChange, mine };
}

const picker = () => screen.findByRole('button', { name: /Tenant/ });

describe('TenantPicker', () => {
  it('chooses the only tenant by itself', async () => {
    const { onChange } = open({ tenants: [life] });
    expect(await picker()).toHaveTextContent('Life insurance');
    expect(onChange).toHaveBeenCalledTimes(1);
    expect(onChange).toHaveBeenCalledWith('life');
  });

  it('lets the person choose one of several', async () => {
    const { onChange } = open({ tenants: [life, property] });
    await userEvent.click(await picker());
    await userEvent.click(
      await screen.findByRole('option', { name: /Property insurance/ }),
    );
    expect(onChange).toHaveBeenLastCalledWith('property');
  });

  it('leaves out the tenants in which the person may only look', async () => {
    const { onChange } = open({
      tenants: [life, { ...property, roles: ['viewer'] }],
    });
    await picker();
    expect(onChange).toHaveBeenCalledWith('life');
  });

  it('forgets a tenant that the person may not ask for', async () => {
    const { onChange } = open({
      tenants: [life, property],
      initial: 'bank',
    });
    await picker();
    expect(onChange).toHaveBeenCalledWith('');
  });

  it('shows what is wrong at the field', async () => {
    open({
      tenants: [life, property],
      errorMessage: 'Choose a tenant, please',
    });
    await picker();
    expect(screen.getByText('Choose a tenant, please')).toBeInTheDocument();
  });

  it('says whom to ask when there is no tenant', async () => {
    open({ tenants: [] });
    expect(
      await screen.findByText('There is no tenant for which you may ask'),
    ).toBeInTheDocument();
  });

  it('offers a retry after an error', async () => {
    const mine = jest.fn().mockRejectedValueOnce(new Error('Tenancy is down'));
    mine.mockResolvedValue({
      user: 'user:default/li-wei',
      platformRoles: [],
      tenants: [life],
    });
    open({ mine });
    expect(await screen.findByText('Tenancy is down')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await picker()).toHaveTextContent('Life insurance');
  });
});
