import { randomUUID } from 'node:crypto';
import type { KubernetesObject } from '../storage/KubernetesObject';
import { kindOf, type ObjectStore } from '../storage/ObjectStore';
import { allocated } from './serviceAddresses';

type Complete = (
  object: KubernetesObject,
  store: ObjectStore,
) => KubernetesObject;

const withFinalizer = (object: KubernetesObject, name: string) => {
  const finalizers = object.metadata.finalizers ?? [];
  return {
    ...object,
    metadata: {
      ...object.metadata,
      finalizers: finalizers.includes(name)
        ? finalizers
        : [...finalizers, name],
    },
  };
};

const TEMPLATE_GENERATION = 'deprecated.daemonset.template.generation';

/** What the server writes into a new object of a kind, because it knows the cluster, or because nobody else may. */
const COMPLETE: Readonly<Record<string, Complete>> = {
  CronJob: object => ({ ...object, status: {} }),
  DaemonSet: object => ({
    ...object,
    metadata: {
      ...object.metadata,
      annotations: {
        ...object.metadata.annotations,
        [TEMPLATE_GENERATION]: '1',
      },
    },
  }),
  Ingress: object => ({ ...object, status: { loadBalancer: {} } }),
  Job: job,
  PersistentVolume: object => ({
    ...withFinalizer(object, 'kubernetes.io/pv-protection'),
    status: { phase: 'Pending' },
  }),
  PersistentVolumeClaim: (object, store) => ({
    ...withFinalizer(withClass(object, store), 'kubernetes.io/pvc-protection'),
    status: { phase: 'Pending' },
  }),
  Service: (object, store) => ({
    ...allocated(object, store),
    status: { loadBalancer: {} },
  }),
};

export function completeNew(
  store: ObjectStore,
  object: KubernetesObject,
): KubernetesObject {
  return COMPLETE[object.kind]?.(object, store) ?? object;
}

/** A Job selects its pods by its own `uid`, so that it never takes those of another. */
function job(object: KubernetesObject): KubernetesObject {
  const uid = randomUUID();
  const { spec = {}, metadata } = object;
  const { name } = metadata;
  if (spec.manualSelector) return { ...object, status: {} };
  const labels = {
    'batch.kubernetes.io/controller-uid': uid,
    'batch.kubernetes.io/job-name': name,
    'controller-uid': uid,
    'job-name': name,
  };
  const { template } = spec;
  const own = { ...template?.metadata?.labels, ...labels };
  return {
    ...object,
    // A Job without labels gets those of its pods.
    metadata: {
      ...metadata,
      uid,
      labels: metadata.labels ?? own,
    },
    spec: {
      ...spec,
      selector: {
        ...spec.selector,
        matchLabels: {
          ...spec.selector?.matchLabels,
          'batch.kubernetes.io/controller-uid': uid,
        },
      },
      template: {
        ...template,
        metadata: { ...template?.metadata, labels: own },
      },
    },
    status: {},
  };
}

const IS_DEFAULT = 'storageclass.kubernetes.io/is-default-class';

/** A claim that names no class gets the default one: of several the youngest. */
export function withClass(
  object: KubernetesObject,
  store: ObjectStore,
): KubernetesObject {
  if (object.spec?.storageClassName !== undefined) return object;
  const [youngest] = store
    .list(kindOf('StorageClass'))
    .filter(({ metadata }) => metadata.annotations?.[IS_DEFAULT] === 'true')
    .sort((a, b) =>
      String(b.metadata.creationTimestamp).localeCompare(
        String(a.metadata.creationTimestamp),
      ),
    );
  if (!youngest) return object;
  return {
    ...object,
    spec: { ...object.spec, storageClassName: youngest.metadata.name },
  };
}
