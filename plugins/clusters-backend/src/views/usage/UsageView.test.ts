import {
  ClusterRefusedError,
  ClusterUnavailableError,
  NotOnClusterError,
  type KubernetesClient,
} from '../../clients/KubernetesClient';
import type { LiveObject } from '../../domain/LiveObject';
import { UsageView } from './UsageView';

const GIB = 2 ** 30;
const nodeMetrics = (name: string, cpu: string) =>
  ({ metadata: { name }, usage: { cpu, memory: '4Gi' } }) as LiveObject;
const podMetrics = (name: string, ...cpus: string[]) =>
  ({
    metadata: { name, namespace: 'life-dev' },
    containers: cpus.map(cpu => ({ usage: { cpu, memory: '1Gi' } })),
  }) as LiveObject;

/** A view whose waits are steps of the test, over answers that the test gives. */
function createView(answer: (path: string, token?: string) => unknown) {
  let now = new Date('2026-11-21T08:00:00Z').getTime();
  let changes = 0;
  const stop = new AbortController();
  const waits: number[] = [];
  let steps = 0;
  const view = new UsageView({
    cluster: 'nonprod',
    client: {
      list: async (path: string, options: { continueToken?: string }) =>
        answer(path, options.continueToken),
    } as Partial<KubernetesClient> as KubernetesClient,
    clock: { now: () => new Date(now) },
    onChanged: () => {
      changes += 1;
    },
    wait: async milliseconds => {
      waits.push(milliseconds);
      now += milliseconds;
      steps -= 1;
      if (steps === 0) stop.abort();
    },
  });
  return {
    view,
    waits,
    changes: () => changes,
    run: (times: number) => {
      steps = times;
      return view.follow(stop.signal);
    },
  };
}

const page = (items: LiveObject[], continueToken?: string) => ({
  items,
  resourceVersion: '',
  continueToken,
});
const isNodes = (path: string) => path.endsWith('/nodes');

it('reads all pages, adds up containers, and asks again after half a minute', async () => {
  const { view, waits, changes, run } = createView((path, token) => {
    if (isNodes(path)) return page([nodeMetrics('a', '1250m')]);
    return token
      ? page([podMetrics('two', '250000000n')])
      : page([podMetrics('one', '100m', '50m')], 'next');
  });
  await run(2);
  expect(waits).toEqual([30_000, 30_000]);
  expect(changes()).toBe(2);
  expect(view.gap).toBeUndefined();
  expect(view.seen?.nodes.get('a')).toEqual({
    cpuMillicores: 1250,
    memoryBytes: 4 * GIB,
  });
  const life = view.seen?.namespaces.get('life-dev');
  expect(life?.used).toEqual({ cpuMillicores: 400, memoryBytes: 3 * GIB });
  expect(life?.pods.get('one')).toEqual({
    cpuMillicores: 150,
    memoryBytes: 2 * GIB,
  });
});

it.each([
  [new NotOnClusterError('404'), "Cluster 'nonprod' has no metrics server."],
  [new ClusterRefusedError("Cluster 'nonprod' answered 403: no"), '403: no.'],
])('names what is missing, and asks seldom: %s', async (error, sentence) => {
  const { view, waits, run } = createView(() => {
    throw error;
  });
  await run(1);
  expect(view.seen).toBeUndefined();
  expect(view.gap).toContain(sentence);
  expect(view.gap).toContain('only what pods have asked for is shown');
  expect(waits).toEqual([300_000]);
});

it('shows the last figures for a while when a cluster does not answer, and then none', async () => {
  const shown: boolean[] = [];
  const { view, run } = createView(path => {
    if (isNodes(path)) shown.push(view.seen !== undefined);
    if (shown.length > 1) throw new ClusterUnavailableError('It is away');
    return page([nodeMetrics('a', '1')]);
  });
  await run(20);
  // Half a minute until it is missed, then every five seconds until the figures are a minute and a half old.
  expect(shown.indexOf(false, 1)).toBe(14);
  expect(shown.slice(1, 14)).not.toContain(false);
  expect(view.seen).toBeUndefined();
  expect(view.gap).toMatch(/^It is away\./);
});
