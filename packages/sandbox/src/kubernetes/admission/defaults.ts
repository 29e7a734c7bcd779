import type { KubernetesObject } from '../storage/KubernetesObject';
import { omitEmpty } from './omitEmpty';
import {
  claim,
  networkPolicy,
  priorityClass,
  service,
  storageClass,
  volume,
} from './otherDefaults';
import { withPodDefaults } from './podDefaults';
import {
  autoscaler,
  cronJob,
  daemonSet,
  job,
  statefulSet,
} from './workloadDefaults';

const DEFAULTS: Readonly<
  Record<string, (object: KubernetesObject) => KubernetesObject>
> = {
  CronJob: cronJob,
  DaemonSet: daemonSet,
  HorizontalPodAutoscaler: autoscaler,
  Job: job,
  NetworkPolicy: networkPolicy,
  PersistentVolume: volume,
  PersistentVolumeClaim: claim,
  PriorityClass: priorityClass,
  Service: service,
  StatefulSet: statefulSet,
  StorageClass: storageClass,
};

/** Fills in what Kubernetes does when a client leaves it open. */
export function withKindDefaults(given: KubernetesObject): KubernetesObject {
  const { managedFields } = given.metadata;
  const object = omitEmpty(given);
  // What managers own is written in empty objects.
  if (managedFields) object.metadata.managedFields = managedFields;
  switch (object.kind) {
    case 'Secret':
      return secret(object);
    case 'Pod':
      return { ...object, spec: withPodDefaults(object.spec) };
    case 'Deployment':
      return deployment(object);
    case 'ReplicaSet':
      return withSpec(object, { replicas: 1 });
    default:
      return DEFAULTS[object.kind]?.(object) ?? object;
  }
}

/** `stringData` is for writing only: it is stored among the others, in base64. */
function secret({ stringData, ...object }: KubernetesObject): KubernetesObject {
  const encoded = Object.entries(
    (stringData ?? {}) as Record<string, string>,
  ).map(([key, value]) => [key, Buffer.from(value).toString('base64')]);
  return {
    ...object,
    ...(encoded.length > 0 && {
      data: { ...object.data, ...Object.fromEntries(encoded) },
    }),
    type: object.type ?? 'Opaque',
  } as KubernetesObject;
}

function deployment(object: KubernetesObject): KubernetesObject {
  const defaulted = withSpec(object, {
    replicas: 1,
    revisionHistoryLimit: 10,
    progressDeadlineSeconds: 600,
  });
  const strategy = { type: 'RollingUpdate', ...defaulted.spec.strategy };
  if (strategy.type !== 'RollingUpdate') {
    return withSpec(defaulted, {}, { strategy });
  }
  const rollingUpdate = {
    maxUnavailable: '25%',
    maxSurge: '25%',
    ...strategy.rollingUpdate,
  };
  return withSpec(defaulted, {}, { strategy: { ...strategy, rollingUpdate } });
}

/** Defaults of a workload, under what it says, and of the pods in its template. */
function withSpec(
  object: KubernetesObject,
  defaults: object,
  over: object = {},
): KubernetesObject {
  const { template, ...spec } = object.spec ?? {};
  return {
    ...object,
    spec: {
      ...defaults,
      ...spec,
      ...over,
      template: template && {
        ...template,
        spec: withPodDefaults(template.spec),
      },
    },
  };
}
