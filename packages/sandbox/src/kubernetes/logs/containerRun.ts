import { badRequest } from '../api/ApiError';
import type { KubernetesObject } from '../storage/KubernetesObject';

/** A container from one start to its end; the log of a container is that of one run. */
export type ContainerRun = {
  /** Tells one run from every other: the same run has the same log, whenever it is asked for. */
  id: string;
  /** What writes the lines. */
  application: string;
  startedAt: Date;
  /** Set once it is over, with what it answered. */
  end?: { at: Date; exitCode: number };
};

type Named = { name: string };
type Terminated = { startedAt: string; finishedAt: string; exitCode: number };
type ContainerStatus = Named & {
  state?: {
    waiting?: { reason: string };
    running?: { startedAt: string };
    terminated?: Terminated;
  };
  lastState?: { terminated?: Terminated };
};

/** The container that a request means, which has to be named where a pod has several. */
export function containerOf(
  { metadata, spec }: KubernetesObject,
  asked: string | undefined,
): string {
  const names = [
    ...(spec?.initContainers ?? []),
    ...(spec?.containers ?? []),
  ].map(({ name }: Named) => name);
  if (asked) {
    if (names.includes(asked)) return asked;
    throw badRequest(
      `container ${asked} is not valid for pod ${metadata.name}`,
    );
  }
  if (spec?.containers?.length === 1) return spec.containers[0].name;
  throw badRequest(
    `a container name must be specified for pod ${metadata.name}, choose one of: [${names.join(' ')}]`,
  );
}

/** The run whose log is wanted; refuses in a kubelet's words when there is none. */
export function runOf(
  pod: KubernetesObject,
  container: string,
  previous: boolean,
): ContainerRun {
  const where = `container ${JSON.stringify(container)} in pod ${JSON.stringify(pod.metadata.name)}`;
  const status = [
    ...(pod.status?.initContainerStatuses ?? []),
    ...(pod.status?.containerStatuses ?? []),
  ].find(({ name }: Named) => name === container) as
    ContainerStatus | undefined;
  const last = status?.lastState?.terminated;
  if (previous) {
    if (last) return ended(pod, container, last);
    throw badRequest(`previous terminated ${where} not found`);
  }
  if (!status) throw badRequest(`${where} is not available`);
  const { running, terminated, waiting } = status.state ?? {};
  if (running) {
    return begun(pod, container, running.startedAt);
  }
  if (terminated) return ended(pod, container, terminated);
  if (last) return ended(pod, container, last);
  throw badRequest(
    `${where} is waiting to start: ${reasonOf(waiting?.reason)}`,
  );
}

function reasonOf(reason: string | undefined): string {
  switch (reason) {
    case 'ErrImagePull':
      return "image can't be pulled";
    case 'ImagePullBackOff':
      return 'trying and failing to pull image';
    default:
      return reason ?? 'ContainerCreating';
  }
}

function begun(
  { metadata }: KubernetesObject,
  container: string,
  startedAt: string,
): ContainerRun {
  const { namespace, name, labels } = metadata;
  return {
    id: `${namespace}/${name}/${container}/${startedAt}`,
    application:
      labels?.['backstage.io/kubernetes-id'] ??
      labels?.['app.kubernetes.io/name'] ??
      container,
    startedAt: new Date(startedAt),
  };
}

function ended(
  pod: KubernetesObject,
  container: string,
  { startedAt, finishedAt, exitCode }: Terminated,
): ContainerRun {
  return {
    ...begun(pod, container, startedAt),
    end: { at: new Date(finishedAt), exitCode },
  };
}
