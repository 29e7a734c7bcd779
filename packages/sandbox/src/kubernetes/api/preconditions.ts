import type { KubernetesObject } from '../storage/KubernetesObject';
import { keyOf } from '../storage/ObjectStore';
import { preconditionFailed } from './ApiError';
import type { ResourceKind } from './kinds';

/** What a client is sure of when it deletes. */
export type Preconditions = { uid?: string; resourceVersion?: string };

/** Refuses a deletion that means another object, or another version of it. */
export function checkPreconditions(
  kind: ResourceKind,
  { metadata }: KubernetesObject,
  { uid, resourceVersion }: Preconditions = {},
): void {
  const { name, namespace } = metadata;
  const key = keyOf(kind, namespace, name);
  if (uid && uid !== metadata.uid) {
    throw preconditionFailed(kind, name, {
      key,
      what: 'UID',
      wanted: uid,
      is: metadata.uid,
    });
  }
  if (resourceVersion && resourceVersion !== metadata.resourceVersion) {
    throw preconditionFailed(kind, name, {
      key,
      what: 'ResourceVersion',
      wanted: resourceVersion,
      is: metadata.resourceVersion,
    });
  }
}
