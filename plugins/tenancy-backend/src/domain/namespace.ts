import { createHash } from 'node:crypto';
import type { Namespace } from '@caas/plugin-tenancy-common';

/** What a namespace is at: its objects are being applied, or are applied and not healthy yet. */
export type NamespaceStep = 'apply' | 'ready';

/** A namespace as tenancy keeps it. */
export type NamespaceRecord = Namespace & {
  step: NamespaceStep;
  /** Version of what the cluster should hold; only grows. */
  generation: number;
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
  | 'resources'
  | 'purpose'
  | 'requestId'
  | 'requester'
>;

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
