import { screen } from '@testing-library/react';
import { openRegistration } from '../../__testUtils__/openRegistration';

jest.setTimeout(60_000);

const SLOW = { timeout: 20_000 };

// A file of its own: whether somebody may is remembered for all tests of a file.
describe('registering a cluster, for those who may not', () => {
  it('tells them whom to ask, and shows no form', async () => {
    openRegistration('/clusters/-/register', {}, false);
    expect(await screen.findByRole('alert', {}, SLOW)).toHaveTextContent(
      'Clusters are registered by platform administrators. Ask them.',
    );
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });

  it('is not offered on the page of all clusters', async () => {
    openRegistration('/clusters', {}, false);
    await screen.findByRole('region', { name: 'Production' }, SLOW);
    expect(
      screen.queryByRole('link', { name: 'Register a cluster' }),
    ).not.toBeInTheDocument();
  });
});
