import { createHash } from 'node:crypto';
import type { OwnNamespace } from '@caas/plugin-clusters-common';
import type { Namespace } from '@caas/plugin-tenancy-common';

/** What a namespace is at: its objects are being applied, or are applied and not healthy yet. */
export type NamespaceStep = 'apply' | 'ready';

/**
 * Whether a namespace is held; `stopped` at the end of its lease; `deleting`, from which there is no way back; or `deleted`,
 * which stays as history.
 */
export type NamespaceLife = 'held' | 'stopped' | 'deleting' | 'deleted';

/** Whether nothing can be done for it any more. */
export function isGone(life: NamespaceLife): boolean {
  return life === 'deleting' || life === 'deleted';
}

/** A namespace as tenancy keeps it. While it is not `held`, its state is its life. */
export type NamespaceRecord = Namespace & {
  life: NamespaceLife;
  /** Request that deletes it, or has deleted it. */
  deleteRequestId?: string;
  /** When its deletion began; ISO 8601. */
  deletingAt?: string;
  step: NamespaceStep;
  /** Version of what the cluster should hold; only grows. */
  generation: number;
  /** The last generation that the cluster was seen to hold whole; 0 before that. */
  readyGeneration: number;
  attempts: number;
  lastError?: string;
  /** Whether the desk has been answered that it failed; the next `execute` is then a retry by a person. */
  failureTold: boolean;
};

/** A namespace that a worker holds. */
export type ClaimedNamespace = NamespaceRecord & { ticket: string };

/** What a new namespace is made of. */
export type NewNamespace = Pick<
  Namespace,
  | 'name'
  | 'tenant'
  | 'cluster'
  | 'environment'
  | 'partition'
  | 'resources'
  | 'purpose'
  | 'requestId'
  | 'requester'
> & {
  /** End of its lease; production has none. */
  leaseUntil?: Date;
};

/**
 * The same id whenever the request is executed, so that executing it twice makes one namespace. A hash, because the
 * id becomes part of an apply set's id, which knows fewer characters than a request's id.
 */
export function namespaceIdOf(requestId: string): string {
  const hash = createHash('sha256').update(requestId).digest('hex');
  return `ns-${hash.slice(0, 20)}`;
}

/** Id of the apply set that holds a namespace's objects. */
export function applySetIdOf(namespace: { id: string }): string {
  return `tenancy.namespace.${namespace.id}`;
}

/** Which namespace we mean, for clusters: they touch it only if it is the one that our apply set made. */
export function ownNamespace(
  namespace: Pick<NamespaceRecord, 'id' | 'name' | 'tenant' | 'cluster'>,
): OwnNamespace {
  const { name, tenant, cluster } = namespace;
  return {
    cluster,
    namespace: name,
    tenant,
    applySet: applySetIdOf(namespace),
  };
}
