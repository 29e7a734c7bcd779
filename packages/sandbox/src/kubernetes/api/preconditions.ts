import type { KubernetesObject } from '../storage/KubernetesObject';
import { conflict, invalid } from './ApiError';
import type { ResourceKind } from './ResourceKind';

/** What a client is sure of when it deletes. */
export type Preconditions = { uid?: string; resourceVersion?: string };

/** Refuses a deletion that means another object, or another version of it. */
export function checkPreconditions(
  kind: ResourceKind,
  { metadata }: KubernetesObject,
  { uid, resourceVersion }: Preconditions = {},
): void {
  // Kubernetes names the kind here, where it names the resource elsewhere.
  const named = { group: kind.group, plural: kind.kind };
  const refuse = (what: string, wanted: string, is = '', why: string) =>
    conflict(
      named,
      metadata.name,
      `the ${what} in the precondition (${wanted}) does not match the ${what} in record (${is}). The object might have been ${why}`,
    );
  if (uid && uid !== metadata.uid) {
    throw refuse('UID', uid, metadata.uid, 'deleted and then recreated');
  }
  const { resourceVersion: version } = metadata;
  if (resourceVersion && resourceVersion !== version) {
    throw refuse('ResourceVersion', resourceVersion, version, 'modified');
  }
}

/** Refuses to apply what is named by a UID to another object, and to make one of it. */
export function checkAppliedUid(
  kind: ResourceKind,
  { name, uid }: { name: string; uid?: string },
  before: KubernetesObject | undefined,
): void {
  if (!uid || uid === before?.metadata.uid) return;
  if (!before) {
    throw conflict(
      kind,
      name,
      `uid mismatch: the provided object specified uid ${uid}, and no existing object was found`,
    );
  }
  throw invalid(kind, name, [
    {
      field: 'metadata.uid',
      message: `Invalid value: "${uid}": field is immutable`,
    },
  ]);
}
