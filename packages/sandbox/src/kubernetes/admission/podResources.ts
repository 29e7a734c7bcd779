import type { KubernetesObject } from '../storage/KubernetesObject';
import { parseQuantity } from './quantity';

type Container = {
  name: string;
  resources?: {
    requests?: Record<string, string>;
    limits?: Record<string, string>;
  };
};

/** What a pod counts for in a quota: `pods`, `requests.cpu`, `limits.memory` and so on. */
export function podUse(pod: KubernetesObject): Record<string, number> {
  const use: Record<string, number> = { pods: 1, 'count/pods': 1 };
  for (const container of (pod.spec?.containers ?? []) as Container[]) {
    for (const side of ['requests', 'limits'] as const) {
      for (const [name, quantity] of Object.entries(
        container.resources?.[side] ?? {},
      )) {
        const key = `${side}.${name}`;
        use[key] = (use[key] ?? 0) + (parseQuantity(quantity) ?? 0);
      }
    }
  }
  for (const name of ['cpu', 'memory']) {
    const requested = use[`requests.${name}`];
    if (requested !== undefined) use[name] = requested;
  }
  return use;
}

/** Compute resources that the quota counts and containers leave open, each as `requests.cpu for: main,sidecar`. */
export function missingResources(
  pod: KubernetesObject,
  counted: string[],
): string[] {
  const containers = (pod.spec?.containers ?? []) as Container[];
  return [...counted].sort().flatMap(resource => {
    const [side, name] = resource.includes('.')
      ? resource.split('.')
      : ['requests', resource];
    if (!['cpu', 'memory'].includes(name)) return [];
    const open = containers.filter(
      ({ resources }) =>
        resources?.[side as 'requests' | 'limits']?.[name] === undefined,
    );
    if (open.length === 0) return [];
    return [`${resource} for: ${open.map(each => each.name).join(',')}`];
  });
}

/** Pods that are over do not count. */
export function counts(pod: KubernetesObject): boolean {
  return !['Succeeded', 'Failed'].includes(pod.status?.phase);
}
