import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { PiecesPage } from '../dev/PiecesPage';
import { SAMPLES } from '../dev/samples';
import * as pieces from './index';

/** Components are the exports that begin with a capital; the frame is the page itself. */
const components = Object.entries(pieces)
  .filter(([name, value]) => /^[A-Z]/.test(name) && typeof value === 'function')
  .map(([name]) => name)
  .filter(name => name !== 'PageFrame');

describe('the page of pieces', () => {
  it('has a sample of every component, and of nothing else', () => {
    expect(SAMPLES.map(({ name }) => name).sort()).toEqual(components.sort());
  });

  it('draws them all', async () => {
    renderInTestApp(<PiecesPage />);
    await screen.findByRole(
      'heading',
      { name: '@caas/portal-ui', level: 1 },
      { timeout: 30_000 },
    );
    for (const { name } of SAMPLES) {
      expect(screen.getAllByRole('region', { name }).length).toBeGreaterThan(0);
    }
  }, 60_000);
});
