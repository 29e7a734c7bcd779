import { hashBelow } from '../../seeded/hashBelow';
import type { KubernetesObject } from '../../storage/KubernetesObject';
import { timestamp } from '../../storage/timestamp';
import type { Container, ContainerStatus } from './ContainerStatus';
import { exitPlanOf } from './exitPlan';
import type { PodEvents } from './PodEvents';

/** What a node knows when it looks at a container. */
export type Look = {
  pod: KubernetesObject;
  now: Date;
  /** When the node began with the pod. */
  since: Date;
  startMs: number;
  isImageKnown(image: string): boolean;
  events: PodEvents;
};

/** A container after a look at it, and when to look again if only time is missing. */
export type Looked = { status: ContainerStatus; againMs?: number };

const SHORTEST_BACK_OFF_MS = 10_000;
const LONGEST_BACK_OFF_MS = 300_000;
/** How long a failed pull is shown as such, before it is shown as one that will be tried again. */
const FIRST_FAILURE_MS = 2000;

/** One step of a container: it is created, pulls its image or fails to, runs, ends, and starts again. */
export function runContainer(
  container: Container,
  before: ContainerStatus | undefined,
  look: Look,
): Looked {
  const { running, terminated, waiting } = before?.state ?? {};
  if (before && running) return watchOver(container, before, look);
  if (before && terminated) return { status: before };
  if (before && waiting?.reason === 'CrashLoopBackOff') {
    return restart(container, before, look);
  }
  const status = before ?? creating(container);
  const left = look.since.getTime() + look.startMs - look.now.getTime();
  if (left > 0) return { status, againMs: left };
  if (look.isImageKnown(container.image)) return start(container, status, look);
  return failToPull(container, status, look);
}

function creating({ name, image }: Container): ContainerStatus {
  return {
    name,
    image,
    imageID: '',
    ready: false,
    started: false,
    restartCount: 0,
    state: { waiting: { reason: 'ContainerCreating' } },
    lastState: {},
  };
}

function start(
  { name, image }: Container,
  status: ContainerStatus,
  { pod, now, events }: Look,
): Looked {
  events.started(name, image);
  const digest = hashBelow(0xffffffff, image).toString(16).padStart(8, '0');
  const plan = exitPlanOf(pod);
  return {
    status: {
      ...status,
      imageID: `${image.split(':')[0]}@sha256:${digest.repeat(8)}`,
      ready: true,
      started: true,
      state: { running: { startedAt: timestamp(now) } },
    },
    againMs: plan?.afterMs,
  };
}

/** A container that runs goes on, unless its time has come. */
function watchOver(
  { name }: Container,
  status: ContainerStatus,
  { pod, now, events }: Look,
): Looked {
  const plan = exitPlanOf(pod);
  if (!plan) return { status };
  const startedAt = status.state.running?.startedAt ?? timestamp(now);
  const left = Date.parse(startedAt) + plan.afterMs - now.getTime();
  if (left > 0) return { status, againMs: left };
  const terminated = {
    exitCode: plan.code,
    reason: plan.code === 0 ? 'Completed' : 'Error',
    startedAt,
    finishedAt: timestamp(now),
  };
  const ended = { ...status, ready: false, started: false };
  const policy = pod.spec?.restartPolicy ?? 'Always';
  const isOver =
    policy === 'Never' || (policy === 'OnFailure' && plan.code === 0);
  if (isOver) return { status: { ...ended, state: { terminated } } };
  const backOffMs = backOffOf(status);
  events.backsOff(name);
  const { uid, name: podName, namespace } = pod.metadata;
  return {
    status: {
      ...ended,
      state: {
        waiting: {
          reason: 'CrashLoopBackOff',
          message: `back-off ${backOffMs / 1000}s restarting failed container=${name} pod=${podName}_${namespace}(${uid})`,
        },
      },
      lastState: { terminated },
    },
    againMs: backOffMs,
  };
}

function backOffOf({ restartCount }: ContainerStatus): number {
  return Math.min(
    LONGEST_BACK_OFF_MS,
    SHORTEST_BACK_OFF_MS * 2 ** Math.min(restartCount, 10),
  );
}

function restart(
  container: Container,
  status: ContainerStatus,
  look: Look,
): Looked {
  const finishedAt = status.lastState.terminated?.finishedAt ?? '';
  const left = Date.parse(finishedAt) + backOffOf(status) - look.now.getTime();
  if (left > 0) return { status, againMs: left };
  const restartCount = status.restartCount + 1;
  return start(container, { ...status, restartCount }, look);
}

/** Says at once that the image cannot be pulled, and from then on that it is tried again, less and less often. */
function failToPull(
  { name, image }: Container,
  status: ContainerStatus,
  { now, since, events }: Look,
): Looked {
  const wait = (reason: string, message: string, againMs: number) => ({
    status: { ...status, state: { waiting: { reason, message } } },
    againMs,
  });
  const backOff = `Back-off pulling image ${JSON.stringify(image)}`;
  const last = events.lastPullFailure(name, image);
  if (!last) {
    const message = events.pullFailed(name, image);
    return wait('ErrImagePull', message, FIRST_FAILURE_MS);
  }
  const age = last.getTime() - since.getTime();
  const isNew = status.state.waiting?.reason === 'ErrImagePull';
  const fresh = last.getTime() + FIRST_FAILURE_MS - now.getTime();
  if (isNew && fresh > 0) return { status, againMs: fresh };
  const pause = Math.min(
    LONGEST_BACK_OFF_MS,
    Math.max(SHORTEST_BACK_OFF_MS, age),
  );
  const left = last.getTime() + pause - now.getTime();
  if (left <= 0) events.pullFailed(name, image);
  if (left <= 0 || isNew) events.pullBacksOff(name, image);
  return wait('ImagePullBackOff', backOff, left > 0 ? left : pause);
}
