import { screen, within } from '@testing-library/react';
import { renderTenancy } from './__testUtils__/renderTenancy';

// A file of its own: what `usePermission` has once been told, it tells all tests of a file.
describe('somebody who may only look', () => {
  it('sees the people with their roles, and the reason of each', async () => {
    renderTenancy({ path: '/tenants/life?part=people' });
    const table = await screen.findByRole('grid', { name: 'People' });
    const [, admin, developer, gone] = within(table).getAllByRole('row');
    expect(admin).toHaveTextContent(
      /Tenant administrator.*The tenants file says so.*The sign-in names the group CN=life-admins/,
    );
    expect(developer).toHaveTextContent(
      /Developer.*Given by.*Member of the group/,
    );
    expect(developer).toHaveTextContent(/Releaser.*Given by/);
    expect(developer).toHaveTextContent('Policy department');
    expect(gone).toHaveTextContent('Not in the catalog');
    for (const name of ['Take away', 'Add a member', 'Make a role']) {
      expect(screen.queryByRole('button', { name })).toBeNull();
    }
  });

  it('sees the organisation as a tree of departments with their people', async () => {
    renderTenancy({ path: '/tenants/life?part=organisation' });
    const tree = await screen.findByRole('list', { name: 'Organisation' });
    const policy = within(tree).getByText('Policy department').closest('li');
    expect(policy).toHaveTextContent('life-policy · 1 person');
    expect(policy).toHaveTextContent('Policy core team');
    expect(policy).not.toHaveTextContent('Channel department');
    expect(screen.queryByRole('button', { name: /Add/ })).toBeNull();
  });

  it('is told what departments are for when there are none', async () => {
    renderTenancy({ path: '/tenants/property?part=organisation' });
    expect(
      await screen.findByText('This tenant has no departments yet'),
    ).toBeInTheDocument();
  });

  it.each([
    ['/tenants/-/new', /Only platform administrators make tenants/],
    ['/tenants/life/edit', /You may not change this tenant/],
  ])('is refused %s, and told whom to ask', async (path, sentence) => {
    renderTenancy({ path });
    expect(await screen.findByRole('alert')).toHaveTextContent(sentence);
    expect(screen.getByRole('alert')).toHaveTextContent(/Ask .*administrator/);
  });
});
