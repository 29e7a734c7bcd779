import { ResourceService } from '../api/ResourceService';
import type { KubernetesObject } from '../storage/KubernetesObject';
import type { ObjectStore } from '../storage/ObjectStore';
import { GATEWAY_API, GATEWAY_CLASS } from './gatewayApi';
import { PRIORITY_CLASSES, STORAGE_CLASSES } from './classes';

/** Puts into a cluster what its administrators have installed, where it is not there yet. */
export function install(store: ObjectStore): void {
  const resources = new ResourceService(store, store.now);
  const put = (object: KubernetesObject) => {
    const kind = store.kinds.of(object);
    if (store.find(kind, undefined, object.metadata.name)) return;
    resources.create(kind, object, {
      fieldManager: 'sandbox',
      subresource: undefined,
      dryRun: false,
      force: false,
      strict: false,
    });
  };
  for (const object of [
    ...PRIORITY_CLASSES,
    ...STORAGE_CLASSES,
    ...GATEWAY_API,
    GATEWAY_CLASS,
  ]) {
    put(object);
  }
}
