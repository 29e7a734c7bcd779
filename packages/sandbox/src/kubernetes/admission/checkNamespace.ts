import { ApiError, forbidden, notFound } from '../api/ApiError';
import type { ResourceKind } from '../api/ResourceKind';
import type { KubernetesObject } from '../storage/KubernetesObject';
import { kindOf, type ObjectStore } from '../storage/ObjectStore';

/** Nothing is made in a namespace that is not there, or is going. */
export function checkNamespace(
  store: ObjectStore,
  kind: ResourceKind,
  { metadata }: KubernetesObject,
): void {
  const namespaces = kindOf('Namespace');
  const namespace = store.find(namespaces, undefined, metadata.namespace ?? '');
  if (!namespace) throw notFound(namespaces, metadata.namespace ?? '');
  if (namespace.metadata.deletionTimestamp) {
    throw new ApiError(
      403,
      'Forbidden',
      forbidden(
        kind,
        metadata.name,
        `unable to create new content in namespace ${metadata.namespace} because it is being terminated`,
      ).message,
      {
        name: metadata.name,
        kind: kind.plural,
        causes: [
          {
            reason: 'NamespaceTerminating',
            message: `namespace ${metadata.namespace} is being terminated`,
            field: 'metadata.namespace',
          },
        ],
      },
    );
  }
}

const IMMORTAL = ['default', 'kube-system', 'kube-public'];

/** Refuses to delete the namespaces that a cluster lives on. */
export function checkDeletable({ metadata: { name } }: KubernetesObject): void {
  if (!IMMORTAL.includes(name)) return;
  throw forbidden(
    kindOf('Namespace'),
    name,
    'this namespace may not be deleted',
  );
}
