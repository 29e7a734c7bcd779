import { parseQuantity } from '../admission/quantity';
import type {
  Container,
  ContainerStatus,
} from '../controllers/kubelet/ContainerStatus';
import { hashBelow } from '../seeded/hashBelow';
import type { KubernetesObject } from '../storage/KubernetesObject';

/** Cores and bytes. */
export type Usage = { cpu: number; memory: number };

export type ContainerUsage = Usage & { name: string };

type Asking = Container & {
  resources?: { requests?: Record<string, string> };
};

/** What is assumed of a container that asks for nothing. */
const SMALL: Usage = { cpu: 0.05, memory: 64 * 2 ** 20 };
/** What a node uses itself: kubelet, runtime, agents. */
const SYSTEM: Usage = { cpu: 0.25, memory: 1.5 * 2 ** 30 };
/** Usage is measured this often, as by metrics-server. */
export const WINDOW_MS = 15_000;
const DAY_MS = 24 * 3600_000;
/** At three in the afternoon in China there is the most to do. */
const PEAK_MS = 7 * 3600_000;
/** Of what is asked for, so much is used around the clock, and so much more at the peak. */
const BASE = 0.25;
const WAVE = 0.35;

/** A pod with this annotation uses so many times what it asks for: to see what happens then. */
const LOAD = 'sandbox.caas.io/cpu-load';

/**
 * What a container of a pod uses at a time. Nothing runs, and so nothing is measured: it follows from the name of the pod
 * and from the time, below what is asked for, with a wave by day and a little noise.
 */
export function usageOfContainers(
  { metadata, spec, status }: KubernetesObject,
  now: Date,
): ContainerUsage[] {
  const statuses: ContainerStatus[] = status?.containerStatuses ?? [];
  const running = new Set(
    statuses.filter(({ state }) => state?.running).map(({ name }) => name),
  );
  const load = Number(metadata.annotations?.[LOAD] ?? NaN);
  const containers: Asking[] = spec?.containers ?? [];
  return containers
    .filter(({ name }) => running.has(name))
    .map(({ name, resources }) => {
      const id = `${metadata.namespace}/${metadata.name}/${name}`;
      const requests = resources?.requests ?? {};
      const cpu = parseQuantity(requests.cpu) ?? SMALL.cpu;
      const memory = parseQuantity(requests.memory) ?? SMALL.memory;
      const share = Number.isFinite(load) ? load : shareOfCpu(id, now);
      return {
        name,
        cpu: cpu * share,
        memory: memory * shareOfMemory(id, now),
      };
    });
}

/** What a pod uses at a time; nothing while nothing of it runs. */
export function usageOfPod(pod: KubernetesObject, now: Date): Usage {
  return sum(usageOfContainers(pod, now));
}

/** What a node uses at a time: itself, and by its pods. */
export function usageOfNode(
  podsOfNode: readonly KubernetesObject[],
  now: Date,
): Usage {
  return sum([SYSTEM, ...podsOfNode.map(pod => usageOfPod(pod, now))]);
}

function sum(usages: readonly Usage[]): Usage {
  return usages.reduce<Usage>(
    (total, { cpu, memory }) => ({
      cpu: total.cpu + cpu,
      memory: total.memory + memory,
    }),
    { cpu: 0, memory: 0 },
  );
}

const slotOf = (now: Date) => Math.floor(now.getTime() / WINDOW_MS);

function shareOfCpu(id: string, now: Date): number {
  const angle = (2 * Math.PI * (now.getTime() - PEAK_MS)) / DAY_MS;
  const wave = (1 + Math.cos(angle)) / 2;
  const bias = 0.7 + hashBelow(600, id, 'bias') / 1000;
  const noise = 0.9 + hashBelow(200, id, slotOf(now), 'cpu') / 1000;
  return (BASE + WAVE * wave) * bias * noise;
}

/** A heap is much the same all day. */
function shareOfMemory(id: string, now: Date): number {
  const bias = 0.5 + hashBelow(300, id, 'heap') / 1000;
  const noise = hashBelow(50, id, slotOf(now), 'memory') / 1000;
  return bias + noise;
}
