import { invalid } from '../api/ApiError';
import type { ResourceKind } from '../api/kinds';
import type { KubernetesObject } from '../storage/KubernetesObject';

/** What holds for the metadata of every object, new or changed. */
export function checkMetadata(
  kind: ResourceKind,
  { metadata }: KubernetesObject,
  before?: KubernetesObject,
): void {
  const owners = metadata.ownerReferences ?? [];
  const controllers = owners.filter(({ controller }) => controller);
  if (controllers.length > 1) {
    const [first, second] = controllers;
    throw invalid(kind, metadata.name, [
      {
        field: 'metadata.ownerReferences',
        message: `Invalid value: ${JSON.stringify(owners)}: Only one reference can have Controller set to true. Found "true" in references for ${first.kind}/${first.name} and ${second.kind}/${second.name}`,
      },
    ]);
  }
  if (!before?.metadata.deletionTimestamp) return;
  const known = before.metadata.finalizers ?? [];
  const late = (metadata.finalizers ?? []).filter(
    finalizer => !known.includes(finalizer),
  );
  if (late.length === 0) return;
  throw invalid(kind, metadata.name, [
    {
      field: 'metadata.finalizers',
      reason: 'FieldValueForbidden',
      message: `Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{${late.map(name => JSON.stringify(name)).join(', ')}}`,
    },
  ]);
}
