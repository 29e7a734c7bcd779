import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type ResourceEntityV1alpha1,
} from '@backstage/catalog-model';

/** No tenant can have this code, so that nobody in a tenant sees what carries it. */
const PLATFORM_ONLY = 'platform.only';

/** Reference to the entity of a cluster. */
export function clusterEntityRef(cluster: string): string {
  return `resource:default/${cluster}`;
}

/**
 * A cluster as the catalog shows it: what the namespaces on it depend on. Its relations name the namespaces of every
 * tenant, so it is for the roles of the platform only.
 */
export function clusterEntity(
  cluster: string,
  owner: string,
): ResourceEntityV1alpha1 {
  const location = `tenancy:clusters/${cluster}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      namespace: 'default',
      name: cluster,
      title: cluster,
      description: `集群 ${cluster}。Cluster ${cluster}.`,
      labels: { 'caas.io/tenant': PLATFORM_ONLY },
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        'caas.io/cluster': cluster,
      },
    },
    spec: { type: 'kubernetes-cluster', owner },
  };
}
