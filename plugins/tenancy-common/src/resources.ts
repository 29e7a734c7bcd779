import { z } from 'zod';

/**
 * What quotas count. The one list: ledger, tables, forms and sentences go through it, so that a dimension is added here.
 *
 * @public
 */
export const RESOURCE_DIMENSIONS = [
  'cpuMillicores',
  'memoryBytes',
  'storageBytes',
  'pods',
  'persistentVolumeClaims',
] as const;

/** @public */
export type ResourceDimension = (typeof RESOURCE_DIMENSIONS)[number];

const amount = z.number().int().min(0);

/** An amount of everything that quotas count, in whole base units. @public */
export const resources = z.object({
  /** CPU in thousandths of a core. */
  cpuMillicores: amount,
  memoryBytes: amount,
  /** What persistent volume claims may ask for together. */
  storageBytes: amount,
  pods: amount,
  persistentVolumeClaims: amount,
});

/** @public */
export type Resources = z.infer<typeof resources>;

/** The same in every dimension. @public */
export function mapResources(
  valueOf: (dimension: ResourceDimension) => number,
): Resources {
  return Object.fromEntries(
    RESOURCE_DIMENSIONS.map(dimension => [dimension, valueOf(dimension)]),
    // `fromEntries` does not know that every dimension is there.
  ) as Resources;
}

/** @public */
export const NO_RESOURCES: Resources = mapResources(() => 0);

/** @public */
export function addResources(a: Resources, b: Resources): Resources {
  return mapResources(dimension => a[dimension] + b[dimension]);
}

/** `a` without `b`; below zero where `b` is more. @public */
export function subtractResources(a: Resources, b: Resources): Resources {
  return mapResources(dimension => a[dimension] - b[dimension]);
}

/** The dimensions of which more is asked than there is room for. @public */
export function dimensionsBeyond(
  asked: Resources,
  room: Resources,
): ResourceDimension[] {
  return RESOURCE_DIMENSIONS.filter(
    dimension => asked[dimension] > room[dimension],
  );
}

const GIBIBYTE = 2 ** 30;

/**
 * What a namespace gets of what its request does not name: 10 GiB of storage, 10 pods and 5 volume claims for each core
 * that is begun.
 *
 * @public
 */
export function usualResources(
  of: Pick<Resources, 'cpuMillicores' | 'memoryBytes'>,
): Resources {
  const cores = Math.ceil(of.cpuMillicores / 1000);
  return {
    ...of,
    storageBytes: cores * 10 * GIBIBYTE,
    pods: cores * 10,
    persistentVolumeClaims: cores * 5,
  };
}

/**
 * What a quota of the tenants file allows of what the file does not name: ten times what a namespace of its size gets,
 * so that namespaces down to a tenth of a core are never held up by it.
 *
 * @public
 */
export function usualQuota(
  of: Pick<Resources, 'cpuMillicores' | 'memoryBytes'>,
): Resources {
  const { storageBytes, pods, persistentVolumeClaims } = usualResources(of);
  return {
    ...of,
    storageBytes: storageBytes * 10,
    pods: pods * 10,
    persistentVolumeClaims: persistentVolumeClaims * 10,
  };
}
