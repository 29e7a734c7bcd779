import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { navItem, navItemsOf } from './navItems.testing';
import { useNavGroups } from './useNavGroups';

// In a file of its own: answers about permissions are cached for all tests of a file.
function Names() {
  const groups = useNavGroups(
    navItemsOf([navItem('home'), navItem('clusters'), navItem('audit')]),
  );
  return <p>{groups.map(group => group.name).join(' ')}</p>;
}

describe('useNavGroups', () => {
  it('leaves out the trail for those who may not read it, and with it the group', async () => {
    renderInTestApp(<Names />, {
      apis: [mockApis.permission({ authorize: 'DENY' as never })],
    });
    expect(await screen.findByText('workbench resources')).toBeInTheDocument();
  });
});
