import { forbidden, invalid, notFound, ApiError } from '../api/ApiError';
import type { ResourceKind } from '../api/kinds';
import {
  kindOf,
  type KubernetesObject,
  type ObjectStore,
} from '../storage/ObjectStore';
import { counts, missingResources, podUse } from './podResources';
import { formatQuantity, parseQuantity } from './quantity';

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const DNS_SUBDOMAIN =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** What a real API server checks before it stores a new object. Answers the object with defaults filled in. */
export function admitCreate(
  store: ObjectStore,
  kind: ResourceKind,
  object: KubernetesObject,
): KubernetesObject {
  checkName(kind, object);
  if (kind.namespaced) checkNamespace(store, kind, object);
  checkQuantities(kind, object);
  switch (kind.kind) {
    case 'Namespace':
      return {
        ...object,
        metadata: {
          ...object.metadata,
          labels: {
            ...object.metadata.labels,
            'kubernetes.io/metadata.name': object.metadata.name,
          },
        },
        spec: { finalizers: ['kubernetes'] },
        status: { phase: 'Active' },
      };
    case 'Pod': {
      const pod = withLimitRange(store, object);
      checkQuota(store, pod);
      return { ...pod, status: { phase: 'Pending', ...pod.status } };
    }
    default:
      return object;
  }
}

/** What is checked when an object changes. */
export function admitUpdate(
  kind: ResourceKind,
  before: KubernetesObject,
  after: KubernetesObject,
): void {
  checkQuantities(kind, after);
  if (kind.kind === 'RoleBinding' || kind.kind === 'ClusterRoleBinding') {
    if (JSON.stringify(before.roleRef) !== JSON.stringify(after.roleRef)) {
      throw invalid(kind, after.metadata.name, [
        {
          field: 'roleRef',
          message: `Invalid value: ${JSON.stringify(after.roleRef)}: cannot change roleRef`,
        },
      ]);
    }
  }
  if (
    kind.kind === 'Deployment' &&
    JSON.stringify(before.spec?.selector) !==
      JSON.stringify(after.spec?.selector)
  ) {
    throw invalid(kind, after.metadata.name, [
      {
        field: 'spec.selector',
        message: `Invalid value: ${JSON.stringify(after.spec?.selector)}: field is immutable`,
      },
    ]);
  }
}

function checkName(kind: ResourceKind, { metadata }: KubernetesObject): void {
  const { name } = metadata;
  const isLabel = ['Namespace', 'Service'].includes(kind.kind);
  const isFree = kind.group === 'rbac.authorization.k8s.io';
  const limit = isLabel ? 63 : 253;
  const good = isFree
    ? !/[/%]/.test(name) && name !== '.' && name !== '..'
    : (isLabel ? DNS_LABEL : DNS_SUBDOMAIN).test(name) && name.length <= limit;
  if (good && name) return;
  const rule = isLabel
    ? "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"
    : "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
  const why =
    name.length > limit ? `must be no more than ${limit} characters` : rule;
  throw invalid(kind, name, [
    {
      field: 'metadata.name',
      message: `Invalid value: ${JSON.stringify(name)}: ${why}`,
    },
  ]);
}

function checkNamespace(
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

function checkQuantities(kind: ResourceKind, object: KubernetesObject): void {
  if (kind.kind !== 'ResourceQuota') return;
  for (const [resource, quantity] of Object.entries(object.spec?.hard ?? {})) {
    const value = parseQuantity(quantity);
    if (value === undefined) {
      throw new ApiError(
        400,
        'BadRequest',
        `ResourceQuota in version "v1" cannot be handled as a ResourceQuota: quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'`,
      );
    }
    if (value < 0) {
      throw invalid(kind, object.metadata.name, [
        {
          field: `spec.hard[${resource}]`,
          message: `Invalid value: ${JSON.stringify(quantity)}: must be greater than or equal to 0`,
        },
      ]);
    }
  }
}

/** Fills in what the namespace's limit ranges say a container gets when it asks for nothing. */
function withLimitRange(
  store: ObjectStore,
  pod: KubernetesObject,
): KubernetesObject {
  const limits = store
    .list(kindOf('LimitRange'), pod.metadata.namespace)
    .flatMap(range => range.spec?.limits ?? [])
    .filter((limit: { type: string }) => limit.type === 'Container');
  if (limits.length === 0) return pod;
  const containers = (pod.spec?.containers ?? []).map((container: any) => {
    const resources = { ...container.resources };
    for (const limit of limits) {
      resources.limits = { ...limit.default, ...resources.limits };
      resources.requests = {
        ...limit.default,
        ...limit.defaultRequest,
        ...resources.requests,
      };
    }
    return { ...container, resources };
  });
  return { ...pod, spec: { ...pod.spec, containers } };
}

function checkQuota(store: ObjectStore, pod: KubernetesObject): void {
  const { namespace, name } = pod.metadata;
  const kind = kindOf('Pod');
  const asked = podUse(pod);
  const pods = store.list(kind, namespace).filter(counts);
  for (const quota of store.list(kindOf('ResourceQuota'), namespace)) {
    const hard: Record<string, string> = quota.spec?.hard ?? {};
    const missing = missingResources(pod, Object.keys(hard));
    if (missing.length > 0) {
      throw forbidden(
        kind,
        name,
        `failed quota: ${quota.metadata.name}: must specify ${missing.join(',')}`,
      );
    }
    const over = Object.keys(hard)
      .filter(resource => asked[resource] !== undefined)
      .map(resource => ({
        resource,
        asked: asked[resource],
        used: pods.reduce(
          (sum, other) => sum + (podUse(other)[resource] ?? 0),
          0,
        ),
        hard: parseQuantity(hard[resource]) ?? 0,
      }))
      .filter(line => line.used + line.asked > line.hard);
    if (over.length > 0) {
      const write = (field: 'asked' | 'used' | 'hard') =>
        over
          .map(
            line =>
              `${line.resource}=${formatQuantity(line.resource, line[field])}`,
          )
          .join(',');
      throw forbidden(
        kind,
        name,
        `exceeded quota: ${quota.metadata.name}, requested: ${write('asked')}, used: ${write('used')}, limited: ${write('hard')}`,
      );
    }
  }
}
