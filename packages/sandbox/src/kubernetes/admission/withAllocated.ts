import type { KubernetesObject } from '../storage/KubernetesObject';
import { isSame } from '../storage/sameness';
import type { ObjectStore } from '../storage/ObjectStore';
import { allocated } from './serviceAddresses';

const TEMPLATE_GENERATION = 'deprecated.daemonset.template.generation';

/** A changed object with what the server keeps in it: a client that leaves it out does not mean to take it away. */
export function withAllocated(
  store: ObjectStore,
  before: KubernetesObject,
  after: KubernetesObject,
): KubernetesObject {
  if (after.kind === 'Service') return allocated(after, store, before);
  if (after.kind !== 'DaemonSet') return after;
  const old = Number(before.metadata.annotations?.[TEMPLATE_GENERATION] ?? 0);
  const isSameTemplate = isSame(before.spec?.template, after.spec?.template);
  return {
    ...after,
    metadata: {
      ...after.metadata,
      annotations: {
        ...after.metadata.annotations,
        [TEMPLATE_GENERATION]: String(isSameTemplate ? old : old + 1),
      },
    },
  };
}
