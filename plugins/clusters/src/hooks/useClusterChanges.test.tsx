import { TestApiProvider } from '@backstage/frontend-test-utils';
import { signalApiRef, type SignalApi } from '@backstage/plugin-signals-react';
import type {
  ClusterChange,
  ClusterResource,
} from '@caas/plugin-clusters-common';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { useClusterChanges } from './useClusterChanges';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function listen(cluster?: string, resources?: ClusterResource[]) {
  // Of messages of any kind, as the service has them.
  const listeners = new Set<(message: never) => void>();
  const signals: SignalApi = {
    subscribe: (_, onMessage) => {
      listeners.add(onMessage);
      return { unsubscribe: () => void listeners.delete(onMessage) };
    },
  };
  const seen: unknown[] = [];
  const { unmount } = renderHook(
    () => {
      const change = useClusterChanges(cluster, resources);
      if (seen.at(-1) !== change) seen.push(change);
    },
    {
      wrapper: ({ children }: { children: ReactNode }) => (
        <TestApiProvider apis={[[signalApiRef, signals]]}>
          {children}
        </TestApiProvider>
      ),
    },
  );
  return {
    reloads: () => seen.length - 1,
    listeners,
    unmount,
    pass: (milliseconds: number) =>
      act(() => jest.advanceTimersByTime(milliseconds)),
    hear: (name: string, ...changed: ClusterResource[]) => {
      const change: ClusterChange = { cluster: name, resources: changed };
      act(() => listeners.forEach(listener => listener(change as never)));
    },
  };
}

it('reloads soon after the first change', () => {
  const { hear, pass, reloads } = listen();
  hear('nonprod', 'pods');
  pass(500);
  expect(reloads()).toBe(1);
  pass(60_000);
  expect(reloads()).toBe(1);
});

it('reloads every three seconds at most in a storm, and once more after its last change', () => {
  const { hear, pass, reloads } = listen();
  for (let second = 0; second < 60; second += 1) {
    hear('nonprod', 'pods');
    pass(1000);
  }
  const inTheStorm = reloads();
  expect(inTheStorm).toBeGreaterThan(10);
  expect(inTheStorm).toBeLessThanOrEqual(20);
  pass(4000);
  const after = reloads();
  expect(after - inTheStorm).toBeLessThanOrEqual(1);
  pass(60_000);
  expect(reloads()).toBe(after);
});

it('tells the last change though it follows another at once', () => {
  const { hear, pass, reloads } = listen();
  hear('nonprod', 'pods');
  pass(600);
  hear('nonprod', 'pods');
  pass(2000);
  expect(reloads()).toBe(1);
  pass(2000);
  expect(reloads()).toBe(2);
});

it('passes over other clusters and other resources', () => {
  const { hear, pass, reloads } = listen('nonprod', ['pods', 'workloads']);
  hear('prod', 'pods');
  hear('nonprod', 'events', 'nodes');
  pass(5000);
  expect(reloads()).toBe(0);
  hear('nonprod', 'events', 'workloads');
  pass(5000);
  expect(reloads()).toBe(1);
});

it('hears nothing any more once it is not shown', () => {
  const { hear, pass, unmount, listeners, reloads } = listen();
  hear('nonprod', 'pods');
  unmount();
  pass(5000);
  expect([listeners.size, reloads()]).toEqual([0, 0]);
});
