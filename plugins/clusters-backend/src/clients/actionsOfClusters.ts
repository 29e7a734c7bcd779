import type { ClusterDefinition } from '../domain/ClusterDefinition';
import { DefaultKubernetesActions } from './DefaultKubernetesActions';
import type { KubernetesActions } from './KubernetesActions';

/** Finds what people do on a cluster, by its name. */
export type ActionsOf = (cluster: string) => KubernetesActions | undefined;

/** One connection for each definition: a cluster that is registered anew gets another one. */
export function actionsOfClusters(
  find: (cluster: string) => ClusterDefinition | undefined,
): ActionsOf {
  const known = new WeakMap<ClusterDefinition, KubernetesActions>();
  return cluster => {
    const definition = find(cluster);
    if (!definition) return undefined;
    let actions = known.get(definition);
    if (!actions) {
      actions = DefaultKubernetesActions.create({ definition });
      known.set(definition, actions);
    }
    return actions;
  };
}
