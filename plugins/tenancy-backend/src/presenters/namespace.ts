import type { Namespace } from '@caas/plugin-tenancy-common';
import type { NamespaceRecord } from '../domain/namespace';

/** The fields of a namespace that leave. */
export function presentNamespace(namespace: NamespaceRecord): Namespace {
  const { id, name, tenant, cluster, environment, resources } = namespace;
  const { purpose, state, message, requestId, requester, createdAt } =
    namespace;
  return {
    id,
    name,
    tenant,
    cluster,
    environment,
    resources,
    purpose,
    state,
    message,
    requestId,
    requester,
    createdAt,
  };
}
