import type { KubernetesObject } from '../../storage/KubernetesObject';
import { isSame } from '../../storage/sameness';
import type { Fault } from '../Fault';
import { parseQuantity } from '../quantity';
import { oneOf, refused, required, unsupported, wrong } from './faults';

const MODES = [
  'ReadOnlyMany',
  'ReadWriteMany',
  'ReadWriteOnce',
  'ReadWriteOncePod',
];

export function claimFaults({ spec = {} }: KubernetesObject): Fault[] {
  const { accessModes = [], resources, volumeMode } = spec;
  return [
    ...(accessModes.length === 0
      ? [required('spec.accessModes', 'at least 1 access mode is required')]
      : []),
    ...accessModes
      .filter((mode: string) => !MODES.includes(mode))
      .map((mode: string) => unsupported('spec.accessModes', mode, MODES)),
    ...amountFaults('spec.resources[storage]', resources?.requests?.storage),
    ...oneOf('spec.volumeMode', volumeMode, ['Block', 'Filesystem']),
  ];
}

function amountFaults(field: string, amount: unknown): Fault[] {
  if (amount === undefined) return [required(field)];
  return (parseQuantity(amount) ?? 0) > 0
    ? []
    : [wrong(field, amount, 'must be greater than zero')];
}

/** Once a claim has its volume it may only grow, where the class of the volume allows it. */
export function claimChangeFaults(
  before: KubernetesObject,
  after: KubernetesObject,
): Fault[] {
  const amount = ({ spec }: KubernetesObject) =>
    parseQuantity(spec?.resources?.requests?.storage) ?? 0;
  const { spec: old = {}, status } = before;
  const isBound = status?.phase === 'Bound';
  // Whoever binds a claim writes its volume, and a class that nobody chose before.
  const fixed = ({ spec = {} }: KubernetesObject) => ({
    ...spec,
    volumeName: old.volumeName ? spec.volumeName : undefined,
    storageClassName: old.storageClassName ? spec.storageClassName : undefined,
    ...(isBound && {
      resources: undefined,
      volumeAttributesClassName: undefined,
    }),
  });
  if (!isSame(fixed(before), fixed(after))) {
    return [
      refused(
        'spec',
        'spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims',
      ),
    ];
  }
  return amount(after) < amount(before)
    ? [
        refused(
          'spec.resources.requests.storage',
          'field can not be less than status.capacity',
        ),
      ]
    : [];
}

export function storageClassFaults(object: KubernetesObject): Fault[] {
  return [
    ...(object.provisioner ? [] : [required('provisioner')]),
    ...oneOf('reclaimPolicy', object.reclaimPolicy, ['Delete', 'Retain']),
    ...oneOf('volumeBindingMode', object.volumeBindingMode, [
      'Immediate',
      'WaitForFirstConsumer',
    ]),
  ];
}

export function storageClassChangeFaults(
  before: KubernetesObject,
  after: KubernetesObject,
): Fault[] {
  const fixed = ['parameters', 'provisioner', 'reclaimPolicy'];
  return fixed
    .filter(field => !isSame(before[field], after[field]))
    .map(field => refused(field, `updates to ${field} are forbidden.`));
}

/** The highest value that is not kept for the cluster itself. */
const HIGHEST_PRIORITY = 1_000_000_000;

export function priorityClassFaults({
  metadata,
  value,
}: KubernetesObject): Fault[] {
  return value > HIGHEST_PRIORITY && !metadata.name.startsWith('system-')
    ? [
        refused(
          'value',
          `maximum allowed value of a user defined priority is ${HIGHEST_PRIORITY}`,
        ),
      ]
    : [];
}

export function priorityClassChangeFaults(
  before: KubernetesObject,
  after: KubernetesObject,
): Fault[] {
  return before.value === after.value
    ? []
    : [refused('value', 'may not be changed in an update.')];
}
