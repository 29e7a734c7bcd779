import type { KubernetesObject } from '../storage/KubernetesObject';
import { kindOf, type ObjectStore } from '../storage/ObjectStore';
import { timestamp } from '../storage/timestamp';

/** Schedules pods on nodes and starts them after a while. Answers how long the next one still takes, if any waits. */
export function reconcilePod(
  store: ObjectStore,
  now: Date,
  startMs: number,
): number | undefined {
  const kind = kindOf('Pod');
  const nodes = store.list(kindOf('Node'));
  let next: number | undefined;
  for (const [index, pod] of store.list(kind).entries()) {
    if (pod.status?.phase !== 'Pending') continue;
    if (!pod.spec?.nodeName) {
      if (nodes.length === 0) continue;
      const node = nodes[index % nodes.length];
      store.update(kind, {
        ...pod,
        spec: { ...pod.spec, nodeName: node.metadata.name },
        status: { ...pod.status, startTime: now.toISOString() },
      });
      next = startMs;
      continue;
    }
    const left =
      Date.parse(pod.status?.startTime ?? '') + startMs - now.getTime();
    if (left > 0) next = Math.min(next ?? left, left);
    else store.update(kind, { ...pod, status: running(pod, now) });
  }
  return next;
}

function running(pod: KubernetesObject, now: Date) {
  const at = timestamp(now);
  return {
    ...pod.status,
    phase: 'Running',
    conditions: ['PodScheduled', 'Initialized', 'ContainersReady', 'Ready'].map(
      type => ({ type, status: 'True', lastTransitionTime: at }),
    ),
    containerStatuses: (pod.spec?.containers ?? []).map(
      (container: { name: string; image: string }) => ({
        name: container.name,
        image: container.image,
        ready: true,
        restartCount: 0,
        state: { running: { startedAt: at } },
      }),
    ),
  };
}
