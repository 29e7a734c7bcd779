import type { KubernetesObject } from '../storage/KubernetesObject';
import { usageOfContainers, usageOfNode, usageOfPod } from './usage';

const HOUR = 3600_000;
const MiB = 2 ** 20;
const midnightInChina = Date.parse('2026-11-20T16:00:00Z');

function pod(
  name: string,
  annotations: Record<string, string> = {},
): KubernetesObject {
  const requests = { cpu: '500m', memory: '512Mi' };
  const running = { state: { running: { startedAt: '2026-11-20T00:00:00Z' } } };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'life', annotations },
    spec: {
      containers: [{ name: 'main', resources: { requests } }, { name: 'side' }],
    },
    status: {
      phase: 'Running',
      containerStatuses: [
        { name: 'main', ...running },
        { name: 'side', state: { waiting: { reason: 'CrashLoopBackOff' } } },
      ],
    },
  };
}

describe('Usage', () => {
  it('is that of the containers that run, below what they ask for, all day', () => {
    for (let hour = 0; hour < 24; hour += 1) {
      const now = new Date(midnightInChina + hour * HOUR);
      const [main, ...others] = usageOfContainers(pod('a'), now);
      expect(others).toEqual([]);
      expect(main.cpu).toBeGreaterThan(0.05);
      expect(main.cpu).toBeLessThan(0.5);
      expect(main.memory).toBeGreaterThan(200 * MiB);
      expect(main.memory).toBeLessThan(512 * MiB);
    }
  });

  it('is the same for the same pod at the same time, and another for another', () => {
    const now = new Date(midnightInChina);
    expect(usageOfPod(pod('a'), now)).toEqual(usageOfPod(pod('a'), now));
    expect(usageOfPod(pod('b'), now)).not.toEqual(usageOfPod(pod('a'), now));
    const later = new Date(midnightInChina + 20_000);
    expect(usageOfPod(pod('a'), later)).not.toEqual(usageOfPod(pod('a'), now));
  });

  it('is highest in the afternoon', () => {
    const at = (hour: number) =>
      usageOfPod(pod('a'), new Date(midnightInChina + hour * HOUR)).cpu;
    expect(at(15)).toBeGreaterThan(1.5 * at(3));
  });

  it('is what a pod is told to use', () => {
    const busy = pod('a', { 'sandbox.caas.io/cpu-load': '2' });
    expect(usageOfPod(busy, new Date(midnightInChina)).cpu).toBe(1);
  });

  it('of a node is its own and that of its pods', () => {
    const now = new Date(midnightInChina);
    const pods = [pod('a'), pod('b')];
    const own = usageOfNode([], now);
    const expected = pods.reduce(
      (sum, each) => sum + usageOfPod(each, now).cpu,
      0,
    );
    expect(usageOfNode(pods, now).cpu).toBeCloseTo(own.cpu + expected, 9);
  });
});
