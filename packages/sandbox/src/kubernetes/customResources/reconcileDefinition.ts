import { kindOf, type ObjectStore } from '../storage/ObjectStore';
import { CLEANUP, DEFINITION } from './definition';

/** Removes the instances of definitions that are being deleted, then lets the definitions go. */
export function reconcileDefinition(store: ObjectStore): void {
  const kind = kindOf(DEFINITION);
  for (const definition of store.list(kind)) {
    const { deletionTimestamp, finalizers } = definition.metadata;
    if (!deletionTimestamp || !finalizers?.includes(CLEANUP)) continue;
    const { group, names } = definition.spec;
    const instances = store.kinds.all.find(
      each => each.group === group && each.plural === names.plural,
    );
    let left = 0;
    for (const object of instances ? store.list(instances) : []) {
      if (object.metadata.finalizers?.length) left += 1;
      else store.remove(instances!, object);
    }
    if (left > 0) continue;
    store.update(kind, {
      ...definition,
      metadata: {
        ...definition.metadata,
        finalizers: finalizers.filter(name => name !== CLEANUP),
      },
    });
  }
}
