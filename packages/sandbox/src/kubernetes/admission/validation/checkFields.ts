import { invalid } from '../../api/ApiError';
import type { ResourceKind } from '../../api/ResourceKind';
import type { KubernetesObject } from '../../storage/KubernetesObject';
import type { Fault } from '../Fault';
import { autoscalerFaults } from './autoscalerFaults';
import { cronJobFaults, jobChangeFaults, jobFaults } from './batchFaults';
import { podSpecFaults } from './checkTemplate';
import { ingressFaults } from './ingressFaults';
import { networkPolicyFaults } from './networkPolicyFaults';
import { serviceChangeFaults, serviceFaults } from './serviceFaults';
import {
  claimChangeFaults,
  claimFaults,
  priorityClassChangeFaults,
  priorityClassFaults,
  storageClassChangeFaults,
  storageClassFaults,
} from './storageFaults';
import {
  deploymentFaults,
  selectorChangeFaults,
  statefulSetChangeFaults,
  statefulSetFaults,
  workloadFaults,
} from './workloadFaults';

type Check = (object: KubernetesObject) => Fault[];
type ChangeCheck = (
  before: KubernetesObject,
  after: KubernetesObject,
) => Fault[];

const CHECKS: Readonly<Record<string, Check>> = {
  CronJob: cronJobFaults,
  DaemonSet: workloadFaults,
  Deployment: deploymentFaults,
  HorizontalPodAutoscaler: autoscalerFaults,
  Ingress: ingressFaults,
  Job: jobFaults,
  NetworkPolicy: networkPolicyFaults,
  PersistentVolumeClaim: claimFaults,
  Pod: ({ spec }) => podSpecFaults('spec', spec),
  PriorityClass: priorityClassFaults,
  ReplicaSet: workloadFaults,
  Service: serviceFaults,
  StatefulSet: statefulSetFaults,
  StorageClass: storageClassFaults,
};

const CHANGE_CHECKS: Readonly<Record<string, ChangeCheck>> = {
  DaemonSet: selectorChangeFaults,
  Deployment: selectorChangeFaults,
  Job: jobChangeFaults,
  PersistentVolumeClaim: claimChangeFaults,
  PriorityClass: priorityClassChangeFaults,
  ReplicaSet: selectorChangeFaults,
  Service: serviceChangeFaults,
  StatefulSet: statefulSetChangeFaults,
  StorageClass: storageClassChangeFaults,
};

/** Refuses an object, new or changed, whose fields are not what Kubernetes allows; it names all that are wrong. */
export function checkFields(
  kind: ResourceKind,
  after: KubernetesObject,
  before?: KubernetesObject,
): void {
  if (kind.schema) return;
  const faults = [
    ...(CHECKS[kind.kind]?.(after) ?? []),
    ...((before && CHANGE_CHECKS[kind.kind]?.(before, after)) ?? []),
  ];
  if (faults.length > 0) throw invalid(kind, after.metadata.name, faults);
}
