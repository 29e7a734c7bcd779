import type { Entity } from '@backstage/catalog-model';

const KUBERNETES_ID = 'backstage.io/kubernetes-id';

/** What the workloads of an entity are labelled with: its annotation, as for the stock Kubernetes plugin, or its name. */
export function kubernetesIdOf({ metadata }: Entity): string {
  return metadata.annotations?.[KUBERNETES_ID] ?? metadata.name;
}
