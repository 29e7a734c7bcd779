import { hashBelow } from '../../seeded/hashBelow';
import type { KubernetesObject } from '../../storage/KubernetesObject';
import { kindOf } from '../../storage/ObjectStore';
import type { Pass } from '../Pass';
import { isActive, isReady } from '../podState';
import type { Container, ContainerStatus } from './ContainerStatus';
import { exitPlanOf } from './exitPlan';
import { PodEvents } from './PodEvents';
import { podStatus } from './podStatus';
import { runContainer } from './runContainer';

/** How the nodes of a cluster run pods: on paper. */
export type KubeletOptions = {
  /** How long a container takes to start. */
  startMs: number;
  isImageKnown(image: string): boolean;
};

/** Does what the kubelets of all nodes do: pods with a node get containers, and a status that says how these are. */
export function runPods(pass: Pass, options: KubeletOptions): void {
  for (const pod of pass.list('Pod')) {
    if (pod.spec?.nodeName && isActive(pod) && !isSettled(pod)) {
      runPod(pass, pod, options);
    }
  }
}

/** Most pods of a namespace run, and will: nothing of them has to be looked at again. */
function isSettled(pod: KubernetesObject): boolean {
  const statuses: ContainerStatus[] = pod.status?.containerStatuses ?? [];
  return (
    statuses.length === pod.spec.containers?.length &&
    statuses.every(({ ready, state }) => ready && state.running) &&
    isReady(pod) &&
    !exitPlanOf(pod)
  );
}

function runPod(
  pass: Pass,
  pod: KubernetesObject,
  { startMs, isImageKnown }: KubeletOptions,
): void {
  const { store, now } = pass;
  const node = store.find(kindOf('Node'), undefined, pod.spec.nodeName);
  if (!node) return;
  const since = pod.status?.startTime ?? now.toISOString();
  const before = new Map<string, ContainerStatus>(
    (pod.status?.containerStatuses ?? []).map((status: ContainerStatus) => [
      status.name,
      status,
    ]),
  );
  const look = {
    pod,
    now,
    since: new Date(since),
    startMs,
    isImageKnown,
    events: new PodEvents(store, pod),
  };
  const containers: Container[] = pod.spec.containers ?? [];
  const looked = containers.map(container =>
    runContainer(container, before.get(container.name), look),
  );
  for (const { againMs } of looked) {
    if (againMs !== undefined) pass.again(pod, againMs);
  }
  const statuses = looked.map(({ status }) => status);
  const started = {
    ...pod,
    status: { ...pod.status, startTime: since, ...addresses(pod, node) },
  };
  store.update(kindOf('Pod'), {
    ...pod,
    status: podStatus(started, statuses, now),
  });
}

/** Where a pod is reached, on paper. */
function addresses(
  { metadata, status }: KubernetesObject,
  node: KubernetesObject,
) {
  if (status?.podIP) return {};
  const part = (limit: number, what: string) =>
    hashBelow(limit, metadata.uid ?? '', what);
  const podIP = `10.244.${part(250, 'net')}.${1 + part(250, 'host')}`;
  const hostIP = node.status?.addresses?.find(
    ({ type }: { type: string }) => type === 'InternalIP',
  )?.address;
  return {
    podIP,
    podIPs: [{ ip: podIP }],
    ...(hostIP && { hostIP, hostIPs: [{ ip: hostIP }] }),
  };
}

/** Says of a pod that is gone that its containers were stopped. */
export function recordStop(pass: Pass, pod: KubernetesObject): void {
  const events = new PodEvents(pass.store, pod);
  const statuses: ContainerStatus[] = pod.status?.containerStatuses ?? [];
  for (const { name, state } of statuses) {
    if (state?.running) events.killing(name);
  }
}
