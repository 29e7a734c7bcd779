import { EventBudget } from '../events/EventBudget';
import { recordEvent, type Happening } from '../events/recordEvent';
import type { KubernetesObject } from '../storage/KubernetesObject';
import type { ObjectStore } from '../storage/ObjectStore';

/** Tells what a controller did for an object, under the name that Kubernetes' own has: `replicaset-controller`. */
export function tell(
  store: ObjectStore,
  about: KubernetesObject,
  said: Pick<Happening, 'reason' | 'message'> & Partial<Happening>,
): void {
  const happening: Happening = {
    type: 'Normal',
    component: `${about.kind.toLowerCase()}-controller`,
    ...said,
  };
  const told = EventBudget.of(store).spend(about, happening);
  if (told) recordEvent(store, about, told);
}
