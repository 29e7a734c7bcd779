import { appThemeApiRef } from '@backstage/frontend-plugin-api';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PortalThemeProvider } from './PortalThemeProvider';

function fakeAppTheme() {
  let chosen: string | undefined;
  const subscribers = new Set<() => void>();
  return {
    getInstalledThemes: () => [],
    getActiveThemeId: () => chosen,
    activeThemeId$: () => ({
      subscribe(notify: () => void) {
        subscribers.add(notify);
        return { unsubscribe: () => subscribers.delete(notify) };
      },
    }),
    setActiveThemeId(id?: string) {
      chosen = id;
      subscribers.forEach(notify => notify());
    },
  };
}

/** A computer whose owner lets it turn dark. */
function fakePreference() {
  const listeners = new Set<() => void>();
  const query = {
    matches: false,
    addEventListener: (_: string, listener: () => void) =>
      listeners.add(listener),
    removeEventListener: (_: string, listener: () => void) =>
      listeners.delete(listener),
  };
  window.matchMedia = jest.fn(() => query as never);
  return (matches: boolean) => {
    query.matches = matches;
    listeners.forEach(listener => listener());
  };
}

describe('PortalThemeProvider', () => {
  it('follows the computer until somebody chooses, and keeps what they have typed', async () => {
    const prefersDark = fakePreference();
    const appTheme = fakeAppTheme();
    render(
      <TestApiProvider apis={[[appThemeApiRef, appTheme as never]]}>
        <PortalThemeProvider>
          <input aria-label="name" />
        </PortalThemeProvider>
      </TestApiProvider>,
    );
    const mode = () => document.body.getAttribute('data-theme-mode');
    await userEvent.type(screen.getByLabelText('name'), 'pay');
    expect(mode()).toBe('light');
    act(() => prefersDark(true));
    expect(mode()).toBe('dark');
    act(() => appTheme.setActiveThemeId('light'));
    expect(mode()).toBe('light');
    act(() => appTheme.setActiveThemeId('dark'));
    act(() => prefersDark(false));
    expect(mode()).toBe('dark');
    expect(screen.getByLabelText('name')).toHaveValue('pay');
  });
});
