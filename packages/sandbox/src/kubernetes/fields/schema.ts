/**
 * How Kubernetes merges the fields of the kinds that the sandbox serves.
 *
 * Kubernetes derives this from its OpenAPI schema (`x-kubernetes-list-type` and friends). In the kinds served here a
 * field's name, with its parent's where that matters, is enough to tell.
 */

/** Whether a list is merged by key, is a set of values, or is replaced as a whole. */
export type ListShape =
  | { kind: 'map'; keys: readonly string[]; atomicItems?: boolean }
  | { kind: 'set' }
  | { kind: 'atomic' };

const ATOMIC: ListShape = { kind: 'atomic' };
const byName: ListShape = { kind: 'map', keys: ['name'] };

const LISTS: Readonly<Record<string, ListShape>> = {
  containers: byName,
  initContainers: byName,
  ephemeralContainers: byName,
  volumes: byName,
  env: byName,
  imagePullSecrets: byName,
  secrets: byName,
  volumeMounts: { kind: 'map', keys: ['mountPath'] },
  hostAliases: { kind: 'map', keys: ['ip'] },
  topologySpreadConstraints: {
    kind: 'map',
    keys: ['topologyKey', 'whenUnsatisfiable'],
  },
  conditions: { kind: 'map', keys: ['type'] },
  finalizers: { kind: 'set' },
  ownerReferences: { kind: 'map', keys: ['uid'], atomicItems: true },
};

/** The shape of the list at `path`; keys with a default count as present (`protocol` is TCP). */
export function listShape(path: readonly string[]): ListShape {
  const field = path[path.length - 1];
  if (field === 'ports') {
    if (path.includes('containers') || path.includes('initContainers')) {
      return { kind: 'map', keys: ['containerPort', 'protocol'] };
    }
    // A Service's; the ports of a NetworkPolicy are atomic with the rule that holds them.
    return { kind: 'map', keys: ['port', 'protocol'] };
  }
  return LISTS[field] ?? ATOMIC;
}

/** Defaults of list keys that may be left out. */
export const KEY_DEFAULTS: Readonly<Record<string, string>> = {
  protocol: 'TCP',
};

const ATOMIC_OBJECTS = new Set([
  'selector',
  'podSelector',
  'namespaceSelector',
  'labelSelector',
  'nodeSelector',
  'roleRef',
  'configMapKeyRef',
  'secretKeyRef',
  'fieldRef',
  'resourceFieldRef',
  'scopeSelector',
  'targetRef',
]);

/** Whether the object at `path` is replaced as a whole. */
export function isAtomicObject(path: readonly string[]): boolean {
  return ATOMIC_OBJECTS.has(path[path.length - 1]);
}

const MAPS = new Set([
  'data',
  'binaryData',
  'stringData',
  'labels',
  'annotations',
  'hard',
  'used',
  'limits',
  'requests',
  'default',
  'defaultRequest',
  'max',
  'min',
  'capacity',
  'allocatable',
]);

/** Whether the object at `path` is a map with free keys (a struct otherwise): maps own themselves when they appear. */
export function isMap(path: readonly string[]): boolean {
  return MAPS.has(path[path.length - 1]);
}

const COMMON = ['apiVersion', 'kind', 'metadata', 'spec', 'status'];
const EXTRA: Readonly<Record<string, readonly string[]>> = {
  ConfigMap: ['data', 'binaryData', 'immutable'],
  Secret: ['data', 'stringData', 'type', 'immutable'],
  ServiceAccount: [
    'secrets',
    'imagePullSecrets',
    'automountServiceAccountToken',
  ],
  ControllerRevision: ['data', 'revision'],
  Endpoints: ['subsets'],
  EndpointSlice: ['addressType', 'endpoints', 'ports'],
  StorageClass: [
    'provisioner',
    'parameters',
    'reclaimPolicy',
    'mountOptions',
    'allowVolumeExpansion',
    'volumeBindingMode',
    'allowedTopologies',
  ],
  PriorityClass: ['value', 'globalDefault', 'description', 'preemptionPolicy'],
  Role: ['rules'],
  ClusterRole: ['rules', 'aggregationRule'],
  RoleBinding: ['subjects', 'roleRef'],
  ClusterRoleBinding: ['subjects', 'roleRef'],
};
const WITHOUT_SPEC = new Set(Object.keys(EXTRA));

/** The first field at the top of the object that its kind does not have. */
export function undeclaredField(
  object: Readonly<Record<string, unknown>>,
): string | undefined {
  const kind = String(object.kind);
  if (kind === 'Event') return undefined;
  const declared = WITHOUT_SPEC.has(kind)
    ? ['apiVersion', 'kind', 'metadata', ...EXTRA[kind]]
    : COMMON;
  return Object.keys(object).find(field => !declared.includes(field));
}
