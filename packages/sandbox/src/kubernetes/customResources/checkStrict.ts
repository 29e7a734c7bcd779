import { badRequest } from '../api/ApiError';
import type { ResourceKind } from '../api/ResourceKind';
import type { KubernetesObject } from '../storage/KubernetesObject';
import { unknownFields } from './shape';

/** Refuses a custom resource with fields that its schema does not know, for clients that want to be told. */
export function checkStrict(
  { kind, version, schema }: ResourceKind,
  object: KubernetesObject,
): void {
  if (!schema) return;
  const unknown = unknownFields(object, schema);
  if (unknown.length === 0) return;
  const list = unknown.map(field => `unknown field "${field}"`).join(', ');
  throw badRequest(
    `${kind} in version "${version}" cannot be handled as a ${kind}: strict decoding error: ${list}`,
  );
}
