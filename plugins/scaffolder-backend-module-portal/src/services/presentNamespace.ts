import type { Namespace } from '@caas/plugin-tenancy-common';

/** What templates and assistants are told about a namespace. */
export function presentNamespace(namespace: Namespace) {
  const { id, name, tenant, cluster, environment, state, lease } = namespace;
  return {
    id,
    name,
    tenant,
    cluster,
    environment,
    state,
    leaseUntil: lease?.until,
    leaseStage: lease?.stage,
  };
}
