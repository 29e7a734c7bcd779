import { screen } from '@testing-library/react';
import { renderTenancy } from './__testUtils__/renderTenancy';

// A file of its own: what `usePermission` has once been told, it tells all tests of a file.
describe('somebody who may', () => {
  it('read the audit trail is led to that of a tenant', async () => {
    renderTenancy({ path: '/tenants/life', may: 'everything' });
    expect(
      await screen.findByRole('link', { name: 'Audit trail' }),
    ).toHaveAttribute('href', '/audit?tenant=life');
  });

  it('make tenants is led to the form', async () => {
    renderTenancy({ path: '/tenants', may: 'everything' });
    expect(
      await screen.findByRole('link', { name: 'New tenant' }),
    ).toHaveAttribute('href', '/tenants/-/new');
  });
});
