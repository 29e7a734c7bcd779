import { parseQuantity } from '../../admission/quantity';
import type { KubernetesObject } from '../../storage/KubernetesObject';
import { isActive, isReady } from '../podState';

/** What a pod uses, in cores and bytes. */
export type UsageOf = (
  pod: KubernetesObject,
  now: Date,
) => { cpu: number; memory: number };

export type Metric = {
  type: string;
  resource?: {
    name: 'cpu' | 'memory';
    target: {
      type: string;
      averageUtilization?: number;
      averageValue?: string;
    };
  };
};

/** Smaller differences from the target are let be. */
const TOLERANCE = 0.1;

/** How many pods a metric asks for, and what was measured; or why nothing could be. */
export type Recommendation =
  { replicas: number; current: object } | { failure: string };

const formatAverage = (name: 'cpu' | 'memory', value: number): string =>
  name === 'cpu' ? `${Math.round(value * 1000)}m` : String(Math.round(value));

export function recommend(
  metric: Metric,
  pods: readonly KubernetesObject[],
  replicas: number,
  measure: { usageOf: UsageOf; now: Date },
): Recommendation {
  const { resource } = metric;
  if (metric.type !== 'Resource' || !resource) {
    return { failure: `no metrics API serves metrics of type ${metric.type}` };
  }
  const { name, target } = resource;
  const ready = pods.filter(pod => isActive(pod) && isReady(pod));
  if (ready.length === 0) {
    return {
      failure: `failed to get ${name} utilization: did not receive metrics for targeted pods (pods might be unready)`,
    };
  }
  const used = ready.reduce(
    (sum, pod) => sum + measure.usageOf(pod, measure.now)[name],
    0,
  );
  const averageValue = formatAverage(name, used / ready.length);
  const scaled = (ratio: number) =>
    Math.abs(ratio - 1) <= TOLERANCE
      ? replicas
      : Math.ceil(ratio * ready.length);
  if (target.averageUtilization === undefined) {
    const wanted = parseQuantity(target.averageValue) ?? Infinity;
    return {
      replicas: scaled(used / ready.length / wanted),
      current: { averageValue },
    };
  }
  const requested = ready.map(pod => requestOf(pod, name));
  const without = requested.indexOf(undefined);
  if (without >= 0) {
    const pod = ready[without];
    const container = pod.spec?.containers?.[0]?.name;
    return {
      failure: `failed to get ${name} utilization: missing request for ${name} in container ${container} of Pod ${pod.metadata.name}`,
    };
  }
  const total = requested.reduce<number>((sum, each) => sum + (each ?? 0), 0);
  const averageUtilization = Math.round((used / total) * 100);
  return {
    replicas: scaled(averageUtilization / target.averageUtilization),
    current: { averageUtilization, averageValue },
  };
}

/** What all containers of a pod ask for; undefined when one of them does not say. */
function requestOf(
  pod: KubernetesObject,
  name: 'cpu' | 'memory',
): number | undefined {
  type Container = { resources?: { requests?: Record<string, string> } };
  const containers = (pod.spec?.containers ?? []) as Container[];
  const amounts = containers.map(({ resources }) =>
    parseQuantity(resources?.requests?.[name]),
  );
  return amounts.includes(undefined)
    ? undefined
    : amounts.reduce<number>((sum, each) => sum + (each ?? 0), 0);
}
