import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type ResourceEntityV1alpha1,
} from '@backstage/catalog-model';
import { clusterEntityRef } from './clusterEntity';
import {
  formatMemory,
  type Namespace,
  type Tenant,
} from '@caas/plugin-tenancy-common';

/**
 * A namespace as the catalog shows it: a Resource of the tenant's group. The cluster is its catalog namespace, because
 * a name is unique on its cluster only (see `namespaceEntityRef`).
 */
export function namespaceEntity(
  namespace: Namespace,
  tenant: Pick<Tenant, 'name' | 'nameEn' | 'group'>,
): ResourceEntityV1alpha1 {
  const { id, name, cluster, environment, resources } = namespace;
  const location = `tenancy:namespaces/${id}`;
  const cores = resources.cpuMillicores / 1000;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      namespace: cluster,
      name,
      title: name,
      description: `${tenant.name} · ${cluster} · ${environment} · ${cores} 核 / ${formatMemory(resources.memoryBytes)}`,
      labels: {
        'caas.io/tenant': namespace.tenant,
        'caas.io/environment': environment,
      },
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        'caas.io/tenant': namespace.tenant,
        'caas.io/cluster': cluster,
        'caas.io/environment': environment,
        'caas.io/request': namespace.requestId,
        'caas.io/state': namespace.state,
      },
      tags: [environment, cluster],
    },
    spec: {
      type: 'kubernetes-namespace',
      owner: tenant.group,
      dependsOn: [clusterEntityRef(cluster)],
    },
  };
}
