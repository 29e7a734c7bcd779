import { forbidden } from '../api/ApiError';
import type { ResourceKind } from '../api/kinds';
import type { KubernetesObject } from '../storage/KubernetesObject';
import { kindOf, type ObjectStore } from '../storage/ObjectStore';
import { claimUse, isStorage, serviceUse } from './otherResources';
import { counts, missingResources, podUse } from './podResources';
import { formatQuantity, parseQuantity } from './quantity';

const ones = (names: readonly string[]) =>
  Object.fromEntries(names.map(name => [name, 1]));

/** What stands in a namespace of a resource that quotas name, such as `requests.cpu`, `pods` or `count/configmaps`. */
export function usedOf(
  store: ObjectStore,
  namespace: string | undefined,
  resource: string,
): number {
  const counted = store.kinds.all.find(kind =>
    countNames(kind).includes(resource),
  );
  // Pods that are over do not count as `pods`.
  if (counted && resource !== 'pods') return store.count(counted, namespace);
  return store
    .list(kindOf(kindNameOf(resource)), namespace)
    .filter(counts)
    .reduce((sum, object) => sum + (useOf(object)[resource] ?? 0), 0);
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
    const over = Object.keys(hard)
      .filter(resource => asked[resource] !== undefined)
      .sort()
      .map(resource => ({
        resource,
        asked: asked[resource],
        used: usedOf(store, namespace, resource),
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
