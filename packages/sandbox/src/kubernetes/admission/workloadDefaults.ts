import type { KubernetesObject } from '../storage/KubernetesObject';
import { withPodDefaults } from './podDefaults';
import type { Loose } from './validation/Loose';

const withTemplate = ({ template, ...spec }: Loose): Loose => ({
  ...spec,
  template: {
    metadata: {},
    ...template,
    spec: withPodDefaults(template?.spec ?? {}),
  },
});

const claimTemplate = ({ spec, ...claim }: Loose): Loose => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  ...claim,
  spec: { volumeMode: 'Filesystem', ...spec },
  status: { phase: 'Pending' },
});

/** A StatefulSet with what Kubernetes fills in. */
export function statefulSet(object: KubernetesObject): KubernetesObject {
  const { updateStrategy, volumeClaimTemplates, ...spec } = object.spec ?? {};
  const type = updateStrategy?.type ?? 'RollingUpdate';
  return {
    ...object,
    spec: withTemplate({
      replicas: 1,
      podManagementPolicy: 'OrderedReady',
      revisionHistoryLimit: 10,
      persistentVolumeClaimRetentionPolicy: {
        whenDeleted: 'Retain',
        whenScaled: 'Retain',
      },
      ...spec,
      updateStrategy: {
        ...updateStrategy,
        type,
        ...(type === 'RollingUpdate' && {
          rollingUpdate: { partition: 0, ...updateStrategy?.rollingUpdate },
        }),
      },
      ...(volumeClaimTemplates && {
        volumeClaimTemplates: volumeClaimTemplates.map(claimTemplate),
      }),
    }),
  };
}

/** A DaemonSet with what Kubernetes fills in. */
export function daemonSet(object: KubernetesObject): KubernetesObject {
  const { updateStrategy, ...spec } = object.spec ?? {};
  const type = updateStrategy?.type ?? 'RollingUpdate';
  return {
    ...object,
    spec: withTemplate({
      revisionHistoryLimit: 10,
      ...spec,
      updateStrategy: {
        ...updateStrategy,
        type,
        ...(type === 'RollingUpdate' && {
          rollingUpdate: {
            maxSurge: 0,
            maxUnavailable: 1,
            ...updateStrategy?.rollingUpdate,
          },
        }),
      },
    }),
  };
}

/** A Job with what Kubernetes fills in. */
export function job(object: KubernetesObject): KubernetesObject {
  const { completions, parallelism, ...spec } = object.spec ?? {};
  // Neither means one pod; a parallelism alone means a queue that the pods empty together.
  const isOne = completions === undefined && parallelism === undefined;
  return {
    ...object,
    spec: withTemplate({
      backoffLimit: 6,
      completionMode: 'NonIndexed',
      suspend: false,
      manualSelector: false,
      podReplacementPolicy: 'TerminatingOrFailed',
      ...spec,
      parallelism: parallelism ?? 1,
      ...(isOne ? { completions: 1 } : { completions }),
    }),
  };
}

/** A CronJob with what Kubernetes fills in. */
export function cronJob(object: KubernetesObject): KubernetesObject {
  const { jobTemplate, ...spec } = object.spec ?? {};
  return {
    ...object,
    spec: {
      concurrencyPolicy: 'Allow',
      suspend: false,
      successfulJobsHistoryLimit: 3,
      failedJobsHistoryLimit: 1,
      ...spec,
      jobTemplate: {
        metadata: {},
        ...jobTemplate,
        spec: withTemplate(jobTemplate?.spec ?? {}),
      },
    },
  };
}

const CPU = {
  type: 'Resource',
  resource: {
    name: 'cpu',
    target: { type: 'Utilization', averageUtilization: 80 },
  },
};

/** An autoscaler with what Kubernetes fills in. */
export function autoscaler(object: KubernetesObject): KubernetesObject {
  return {
    ...object,
    spec: { minReplicas: 1, metrics: [CPU], ...object.spec },
  };
}
