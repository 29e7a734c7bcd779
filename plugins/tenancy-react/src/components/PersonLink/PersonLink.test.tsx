import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { PersonLink, PersonName } from './PersonLink';

const open = (element: JSX.Element) =>
  renderInTestApp(element, {
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });

describe('PersonLink', () => {
  it('leads to the page of a person', async () => {
    open(<PersonLink person="user:default/li-wei" />);
    expect(await screen.findByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/user/li-wei',
    );
  });

  it('writes out who is no person', async () => {
    open(
      <>
        <PersonLink person="plugin:approvals" />
        <PersonName person="system" />
      </>,
    );
    expect(await screen.findByText(/plugin:approvals/)).toBeInTheDocument();
    expect(screen.queryByRole('link')).toBeNull();
  });
});
