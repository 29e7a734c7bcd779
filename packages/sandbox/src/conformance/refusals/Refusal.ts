/** Where objects of a kind are. */
export const KINDS = {
  Deployment: ['apps/v1', 'deployments'],
  ReplicaSet: ['apps/v1', 'replicasets'],
  StatefulSet: ['apps/v1', 'statefulsets'],
  DaemonSet: ['apps/v1', 'daemonsets'],
  Job: ['batch/v1', 'jobs'],
  CronJob: ['batch/v1', 'cronjobs'],
  HorizontalPodAutoscaler: ['autoscaling/v2', 'horizontalpodautoscalers'],
  Ingress: ['networking.k8s.io/v1', 'ingresses'],
  NetworkPolicy: ['networking.k8s.io/v1', 'networkpolicies'],
  PersistentVolumeClaim: ['v1', 'persistentvolumeclaims'],
  Service: ['v1', 'services'],
} as const;

/** A spec that is refused, and why, in the words of a real server. */
export type Refusal = [kind: keyof typeof KINDS, spec: object, faults: string];
