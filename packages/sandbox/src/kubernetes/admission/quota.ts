import { forbidden } from '../api/ApiError';
import type { ResourceKind } from '../api/ResourceKind';
import type { KubernetesObject } from '../storage/KubernetesObject';
import { kindOf, type ObjectStore } from '../storage/ObjectStore';
import { claimUse, isStorage, serviceUse } from './otherResources';
import { counts, missingResources, podUse } from './podResources';
import { formatQuantity, parseQuantity } from './quantity';

const ones = (names: readonly string[]) =>
  Object.fromEntries(names.map(name => [name, 1]));

/**
 * What stands in a namespace of the resources that a quota names, such as `requests.cpu`, `pods` or `count/configmaps`.
 * Its objects are gone through once for all of them: a quota is asked before each of thousands of pods.
 */
export function usedOf(
  store: ObjectStore,
  namespace: string | undefined,
  resources: readonly string[],
): Record<string, number> {
  const used: Record<string, number> = {};
  const summed = new Map<string, string[]>();
  for (const resource of resources) {
    const counted = countedBy(store, resource);
    if (counted) {
      used[resource] = store.count(counted, namespace);
    } else {
      used[resource] = 0;
      const name = kindNameOf(resource);
      summed.set(name, [...(summed.get(name) ?? []), resource]);
    }
  }
  for (const [name, own] of summed) {
    for (const object of store.list(kindOf(name), namespace)) {
      if (!counts(object)) continue;
      const use = useOf(object);
      for (const resource of own) used[resource] += use[resource] ?? 0;
    }
  }
  return used;
}

/** The kind whose objects are only counted by a resource; pods that are over do not count as `pods`. */
function countedBy(
  store: ObjectStore,
  resource: string,
): ResourceKind | undefined {
  const [, counted] = /^count\/(.+)$/.exec(resource) ?? [];
  if (counted) {
    return store.kinds.all.find(
      ({ plural, group }) =>
        counted === (group ? `${plural}.${group}` : plural),
    );
  }
  if (resource === 'pods') return undefined;
  return store.kinds.all.find(
    ({ plural, group }) => group === '' && plural === resource,
  );
}

/** Refuses a new object that would take more than a quota of its namespace leaves. */
export function checkQuota(
  store: ObjectStore,
  kind: ResourceKind,
  object: KubernetesObject,
): void {
  const { namespace, name } = object.metadata;
  const asked = { ...ones(countNames(kind)), ...useOf(object) };
  for (const quota of store.list(kindOf('ResourceQuota'), namespace)) {
    const hard: Record<string, string> = quota.spec?.hard ?? {};
    if (kind.kind === 'Pod') {
      const missing = missingResources(object, Object.keys(hard));
      if (missing.length > 0) {
        throw forbidden(
          kind,
          name,
          `failed quota: ${quota.metadata.name}: must specify ${missing.join('; ')}`,
        );
      }
    }
    const limited = Object.keys(hard)
      .filter(resource => asked[resource] !== undefined)
      .sort();
    const used = usedOf(store, namespace, limited);
    const over = limited
      .map(resource => ({
        resource,
        asked: asked[resource],
        used: used[resource],
        hard: parseQuantity(hard[resource]) ?? 0,
      }))
      .filter(line => line.used + line.asked > line.hard);
    if (over.length > 0) {
      const write = (field: 'asked' | 'used' | 'hard') =>
        over
          .map(
            line =>
              `${line.resource}=${formatQuantity(line.resource, line[field])}`,
          )
          .join(',');
      throw forbidden(
        kind,
        name,
        `exceeded quota: ${quota.metadata.name}, requested: ${write('asked')}, used: ${write('used')}, limited: ${write('hard')}`,
      );
    }
  }
}

/** The kind whose objects use a resource. */
function kindNameOf(resource: string): string {
  if (isStorage(resource)) return 'PersistentVolumeClaim';
  return resource.startsWith('services.') ? 'Service' : 'Pod';
}

const known = new WeakMap<KubernetesObject, Record<string, number>>();

/** What an object uses, besides being one; objects never change, so that each is asked once. */
function useOf(object: KubernetesObject): Record<string, number> {
  const use = known.get(object) ?? calculate(object);
  known.set(object, use);
  return use;
}

function calculate(object: KubernetesObject): Record<string, number> {
  switch (object.kind) {
    case 'Pod':
      return podUse(object);
    case 'PersistentVolumeClaim':
      return claimUse(object);
    case 'Service':
      return serviceUse(object);
    default:
      return {};
  }
}

/** `count/deployments.apps`; kinds of the core group also go by their plain name. */
function countNames({ plural, group }: ResourceKind): string[] {
  return group ? [`count/${plural}.${group}`] : [`count/${plural}`, plural];
}
