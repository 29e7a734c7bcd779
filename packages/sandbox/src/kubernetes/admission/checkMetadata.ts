import { invalid } from '../api/ApiError';
import type { ResourceKind } from '../api/ResourceKind';
import type {
  KubernetesObject,
  ObjectMetadata,
} from '../storage/KubernetesObject';
import { nameFaults } from './checkName';
import type { Fault } from './Fault';
import { faultOfKey, faultOfValue } from './labels';

/** What holds for the metadata of every object, new or changed. */
export function checkMetadata(
  kind: ResourceKind,
  { metadata }: KubernetesObject,
  before?: KubernetesObject,
): void {
  const faults = [
    ...(before ? [] : nameFaults(kind, metadata)),
    ...labelFaults(metadata),
    ...ownerFaults(metadata),
    ...(before ? finalizerFaults(metadata, before.metadata) : []),
  ];
  if (faults.length > 0) throw invalid(kind, metadata.name, faults);
}

function labelFaults({ labels = {} }: ObjectMetadata): Fault[] {
  return Object.entries(labels).flatMap(([key, value]) =>
    [
      [key, faultOfKey(key)],
      [value, faultOfValue(String(value))],
    ].flatMap(([wrong, fault]) =>
      fault === undefined
        ? []
        : [
            {
              field: 'metadata.labels',
              message: `Invalid value: ${JSON.stringify(wrong)}: ${fault}`,
            },
          ],
    ),
  );
}

function ownerFaults({ ownerReferences = [] }: ObjectMetadata): Fault[] {
  const [first, second] = ownerReferences.filter(each => each.controller);
  if (!second) return [];
  return [
    {
      field: 'metadata.ownerReferences',
      message: `Invalid value: ${JSON.stringify(ownerReferences)}: Only one reference can have Controller set to true. Found "true" in references for ${first.kind}/${first.name} and ${second.kind}/${second.name}`,
    },
  ];
}

function finalizerFaults(
  { finalizers = [] }: ObjectMetadata,
  before: ObjectMetadata,
): Fault[] {
  if (!before.deletionTimestamp) return [];
  const late = finalizers.filter(name => !before.finalizers?.includes(name));
  if (late.length === 0) return [];
  const list = late.map(name => JSON.stringify(name)).join(', ');
  return [
    {
      field: 'metadata.finalizers',
      reason: 'FieldValueForbidden',
      message: `Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{${list}}`,
    },
  ];
}
