import type { KubernetesObject } from '../../storage/KubernetesObject';
import { kindOf, type ObjectStore } from '../../storage/ObjectStore';
import { controllerOf } from '../ownership';
import type { Pass } from '../Pass';
import { writeStatus } from '../writeStatus';

/** Keeps a pod until its Job has counted how it ended. */
export const TRACKING = 'batch.kubernetes.io/job-tracking';

type Uncounted = { succeeded?: string[]; failed?: string[] };

const isTracked = ({ metadata }: KubernetesObject): boolean =>
  metadata.finalizers?.includes(TRACKING) ?? false;

const isOver = ({ metadata, status }: KubernetesObject): boolean =>
  metadata.deletionTimestamp !== undefined ||
  ['Succeeded', 'Failed'].includes(status?.phase);

/**
 * Counts the pods of a Job that ended since it was last looked at, each of them once.
 *
 * Their `uid`s are written down first, then they are let go, then they are counted: whenever the sandbox is killed in
 * between, the next pass goes on from what is written.
 */
export function countEnded(
  store: ObjectStore,
  job: KubernetesObject,
  pods: readonly KubernetesObject[],
): KubernetesObject {
  const ended = pods.filter(pod => isTracked(pod) && isOver(pod));
  const before: Uncounted = job.status?.uncountedTerminatedPods ?? {};
  const known = [...(before.succeeded ?? []), ...(before.failed ?? [])];
  if (ended.length === 0 && known.length === 0) return job;
  const of = (succeeded: boolean) =>
    ended
      .filter(({ status }) => (status?.phase === 'Succeeded') === succeeded)
      .map(({ metadata }) => metadata.uid ?? '')
      .filter(uid => !known.includes(uid));
  const succeeded = [...(before.succeeded ?? []), ...of(true)];
  const failed = [...(before.failed ?? []), ...of(false)];
  const noted = {
    ...job.status,
    uncountedTerminatedPods: {
      ...(succeeded.length > 0 && { succeeded }),
      ...(failed.length > 0 && { failed }),
    },
  };
  writeStatus(store, job, noted);
  for (const pod of ended) letGo(store, pod);
  const counted = {
    ...noted,
    uncountedTerminatedPods: {},
    ...(succeeded.length > 0 && {
      succeeded: (job.status?.succeeded ?? 0) + succeeded.length,
    }),
    ...(failed.length > 0 && {
      failed: (job.status?.failed ?? 0) + failed.length,
    }),
  };
  writeStatus(store, job, counted);
  return { ...job, status: counted };
}

/** Lets pods go that nobody will count any more, as their Job is gone. */
export function releaseOrphans({ store }: Pass): void {
  for (const pod of store.terminating()) {
    if (pod.kind !== 'Pod' || !isTracked(pod)) continue;
    const job = store.withUid(controllerOf(pod)?.uid ?? '');
    if (!job || job.metadata.deletionTimestamp) letGo(store, pod);
  }
}

function letGo(store: ObjectStore, { metadata }: KubernetesObject): void {
  const kind = kindOf('Pod');
  const pod = store.find(kind, metadata.namespace, metadata.name);
  if (pod?.metadata.uid !== metadata.uid || !pod) return;
  const { finalizers = [], ...rest } = pod.metadata;
  const left = finalizers.filter(name => name !== TRACKING);
  store.update(kind, {
    ...pod,
    metadata: { ...rest, ...(left.length > 0 && { finalizers: left }) },
  });
}
