import { forbidden } from '../api/ApiError';
import type { ResourceKind } from '../api/ResourceKind';
import type { KubernetesObject } from '../storage/KubernetesObject';
import { kindOf, type ObjectStore } from '../storage/ObjectStore';
import { parseQuantity } from './quantity';

type Limits = Record<string, string>;

const quantity = (text: string) => parseQuantity(text) ?? 0;

/** Refuses a pod of whose containers one asks for less, or may have more, than the namespace's limit ranges say. */
export function checkLimitRange(
  store: ObjectStore,
  kind: ResourceKind,
  { metadata, spec }: KubernetesObject,
): void {
  const faults = limitsOf(store, metadata.namespace).flatMap(
    ({ min = {}, max = {} }: { min?: Limits; max?: Limits }) =>
      (spec?.containers ?? []).flatMap(({ resources }: Container) => [
        ...compare('minimum', min, resources?.requests, 'request'),
        ...compare('maximum', max, resources?.limits, 'limit'),
      ]),
  );
  if (faults.length === 0) return;
  throw forbidden(
    kind,
    metadata.name,
    faults.length === 1 ? faults[0] : `[${faults.join(', ')}]`,
  );
}

type Container = { resources?: { requests?: Limits; limits?: Limits } };

function compare(
  side: 'minimum' | 'maximum',
  bounds: Limits,
  asked: Limits = {},
  what: 'request' | 'limit',
): string[] {
  return Object.entries(bounds).flatMap(([resource, bound]) => {
    const usage = `${side} ${resource} usage per Container is ${bound}`;
    const amount = asked[resource];
    if (amount === undefined) return [`${usage}.  No ${what} is specified`];
    const difference = quantity(amount) - quantity(bound);
    const isGood = side === 'minimum' ? difference >= 0 : difference <= 0;
    return isGood ? [] : [`${usage}, but ${what} is ${amount}`];
  });
}

function limitsOf(store: ObjectStore, namespace: string | undefined) {
  return store
    .list(kindOf('LimitRange'), namespace)
    .flatMap(range => range.spec?.limits ?? [])
    .filter((limit: { type: string }) => limit.type === 'Container');
}

/** Fills in what the namespace's limit ranges say a container gets when it asks for nothing. */
export function withLimitRange(
  store: ObjectStore,
  pod: KubernetesObject,
): KubernetesObject {
  const limits = limitsOf(store, pod.metadata.namespace);
  if (limits.length === 0) return pod;
  const containers = (pod.spec?.containers ?? []).map(
    (
      container: any, // as whoever sends a pod writes it: nothing of it is known yet
    ) => {
      const resources = { ...container.resources };
      for (const limit of limits) {
        resources.limits = { ...limit.default, ...resources.limits };
        resources.requests = {
          ...limit.default,
          ...limit.defaultRequest,
          ...resources.requests,
        };
      }
      return { ...container, resources };
    },
  );
  return { ...pod, spec: { ...pod.spec, containers } };
}
