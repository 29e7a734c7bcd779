import type { KubernetesObject } from '../../storage/KubernetesObject';
import { kindOf } from '../../storage/ObjectStore';
import { createPod } from '../createPod';
import { generatedName } from '../names';
import type { Pass } from '../Pass';
import { isActive } from '../podState';
import { INDEX, indexOf, isIndexed, parseIndexes } from './indexes';
import { TRACKING } from './tracking';

/** After a failure the next pod waits, and after each further one twice as long, up to the longest. */
const FIRST_WAIT_MS = 10_000;
const LONGEST_WAIT_MS = 600_000;

/** Gives a Job as many pods as may work at once; too many of them go. */
export function createWorkers(
  pass: Pass,
  job: KubernetesObject,
  pods: readonly KubernetesObject[],
): void {
  const { store } = pass;
  const active = pods.filter(isActive);
  const wanted = wantedPods(job, active.length);
  for (const pod of active.slice(wanted)) store.remove(kindOf('Pod'), pod);
  if (active.length >= wanted) return;
  const wait = waitAfterFailure(job, pods, pass.now);
  if (wait > 0) {
    pass.again(job, wait);
    return;
  }
  const free = freeIndexes(job, active);
  for (let count = active.length; count < wanted; count += 1) {
    const failure = createWorker(pass, job, free.shift());
    if (failure) return;
  }
}

function wantedPods(
  { spec, status }: KubernetesObject,
  active: number,
): number {
  const { parallelism = 1, completions } = spec ?? {};
  const succeeded = status?.succeeded ?? 0;
  if (completions !== undefined) {
    return Math.min(parallelism, completions - succeeded);
  }
  // Once a pod has found the queue empty, no other begins.
  return succeeded > 0 ? Math.min(active, parallelism) : parallelism;
}

/** The parts of the work that nobody does yet, and that are not done. */
function freeIndexes(
  job: KubernetesObject,
  active: readonly KubernetesObject[],
): number[] {
  if (!isIndexed(job)) return [];
  const taken = parseIndexes(job.status?.completedIndexes);
  for (const pod of active) taken.add(indexOf(pod) ?? -1);
  const all = Array.from({ length: job.spec?.completions ?? 0 }, (_, i) => i);
  return all.filter(index => !taken.has(index));
}

function createWorker(
  { store }: Pass,
  job: KubernetesObject,
  index: number | undefined,
): string | undefined {
  const { name, uid } = job.metadata;
  const base = index === undefined ? `${name}-` : `${name}-${index}-`;
  return createPod(store, job, {
    name: generatedName(base, `${uid}/${store.resourceVersion}`),
    generateName: base,
    finalizers: [TRACKING],
    ...(index !== undefined && {
      labels: { [INDEX]: String(index) },
      annotations: { [INDEX]: String(index) },
      spec: { hostname: `${name}-${index}` },
    }),
  });
}

/** Milliseconds until a Job whose last pod failed may try again. */
function waitAfterFailure(
  { status }: KubernetesObject,
  pods: readonly KubernetesObject[],
  now: Date,
): number {
  const failed = status?.failed ?? 0;
  if (failed === 0) return 0;
  type Status = { state?: { terminated?: { finishedAt?: string } } };
  const ends = pods
    .filter(pod => pod.status?.phase === 'Failed')
    .flatMap(pod => (pod.status?.containerStatuses ?? []) as Status[])
    .map(({ state }) => Date.parse(state?.terminated?.finishedAt ?? '') || 0);
  const wait = Math.min(FIRST_WAIT_MS * 2 ** (failed - 1), LONGEST_WAIT_MS);
  return Math.max(0, ...ends) + wait - now.getTime();
}
