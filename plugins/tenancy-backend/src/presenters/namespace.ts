import type { Namespace } from '@caas/plugin-tenancy-common';
import type { NamespaceRecord } from '../domain/namespace';

/** The fields of a namespace that leave. */
export function presentNamespace(namespace: NamespaceRecord): Namespace {
  const { id, name, tenant, cluster, environment } = namespace;
  const {
    partition,
    resources,
    purpose,
    state,
    lease,
    message,
    requestId,
    requester,
    createdAt,
  } = namespace;
  return {
    id,
    name,
    tenant,
    cluster,
    environment,
    partition,
    resources,
    purpose,
    state,
    lease,
    message,
    requestId,
    requester,
    createdAt,
  };
}
