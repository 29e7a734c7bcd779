import { invalid } from '../api/ApiError';
import type { ResourceKind } from '../api/ResourceKind';
import { admitCustom } from '../customResources/admitCustom';
import { admitDefinition, DEFINITION } from '../customResources/definition';
import type { KubernetesObject } from '../storage/KubernetesObject';
import type { ObjectStore } from '../storage/ObjectStore';
import { checkDisruptionBudget } from './checkDisruptionBudget';
import { checkMetadata } from './checkMetadata';
import { checkImmutable } from './checkImmutable';
import { checkNamespace } from './checkNamespace';
import { checkQuantities } from './checkQuantities';
import { completeNew } from './completeNew';
import { withKindDefaults } from './defaults';
import { withAllocated } from './withAllocated';
import { checkLimitRange, withLimitRange } from './limitRange';
import { checkQuota } from './quota';
import { checkFields } from './validation/checkFields';

/** A namespace can be selected by its name. */
const withNameLabel = (object: KubernetesObject): KubernetesObject => ({
  ...object,
  metadata: {
    ...object.metadata,
    labels: {
      ...object.metadata.labels,
      'kubernetes.io/metadata.name': object.metadata.name,
    },
  },
});

/** What a disruption budget says before anybody has counted. */
const NO_PODS = {
  disruptionsAllowed: 0,
  currentHealthy: 0,
  desiredHealthy: 0,
  expectedPods: 0,
};

/** What a real API server checks before it stores a new object. Answers the object with defaults filled in. */
export function admitCreate(
  store: ObjectStore,
  kind: ResourceKind,
  object: KubernetesObject,
): KubernetesObject {
  checkMetadata(
    kind,
    kind.kind === 'Namespace' ? withNameLabel(object) : object,
  );
  if (kind.namespaced) checkNamespace(store, kind, object);
  if (kind.kind === DEFINITION) {
    return admitDefinition(kind, object, store.now());
  }
  checkQuantities(kind, object);
  checkDisruptionBudget(kind, object);
  const admitted = kind.schema
    ? admitCustom(kind, object)
    : withDefaults(store, kind, completeNew(store, withKindDefaults(object)));
  if (kind.kind === 'Pod') {
    checkLimitRange(store, kind, admitted);
  }
  checkFields(kind, admitted);
  if (kind.namespaced) checkQuota(store, kind, admitted);
  return admitted;
}

function withDefaults(
  store: ObjectStore,
  kind: ResourceKind,
  object: KubernetesObject,
): KubernetesObject {
  switch (kind.kind) {
    case 'Namespace':
      return {
        ...withNameLabel(object),
        spec: { finalizers: ['kubernetes'] },
        status: { phase: 'Active' },
      };
    case 'Pod': {
      const pod = withLimitRange(store, object);
      return { ...pod, status: { phase: 'Pending', ...pod.status } };
    }
    case 'PodDisruptionBudget':
      return { ...object, status: NO_PODS };
    default:
      return object;
  }
}

/** What is checked when an object changes. Answers the object as it will be stored. */
export function admitUpdate(
  store: ObjectStore,
  kind: ResourceKind,
  before: KubernetesObject,
  after: KubernetesObject,
): KubernetesObject {
  checkMetadata(kind, after, before);
  checkImmutable(kind, before, after);
  if (kind.schema) return admitCustom(kind, after);
  checkQuantities(kind, after);
  checkDisruptionBudget(kind, after);
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
  const admitted = withAllocated(store, before, withKindDefaults(after));
  checkFields(kind, admitted, before);
  return admitted;
}
