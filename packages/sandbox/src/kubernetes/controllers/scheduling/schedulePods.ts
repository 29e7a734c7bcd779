import { lastHappened, recordEvent } from '../../events/recordEvent';
import type { KubernetesObject } from '../../storage/KubernetesObject';
import { kindOf } from '../../storage/ObjectStore';
import { timestamp } from '../../storage/timestamp';
import { stamped } from '../conditions';
import type { Pass } from '../Pass';
import { isActive } from '../podState';
import { findNode } from './findNode';
import { NodeUse } from './NodeUse';

const SCHEDULER = 'default-scheduler';
/** How often a pod without a place is looked at again: nodes change, and other pods go. */
const AGAIN_MS = 1000;
/** How often its event says the same again. */
const REMIND_MS = 300_000;

/** Does what the scheduler does: gives each new pod a node, or says why it gets none. */
export function schedulePods(pass: Pass): void {
  const { store, now } = pass;
  const pods = pass
    .list('Pod')
    .filter(pod => !pod.spec?.nodeName && isActive(pod));
  if (pods.length === 0) return;
  const nodes = store.list(kindOf('Node'));
  const use = new NodeUse(store);
  for (const pod of pods) {
    const found = findNode(pod, nodes, use);
    if ('why' in found) {
      reject(pass, pod, found.why);
      pass.again(pod, AGAIN_MS);
      continue;
    }
    const node = found.node.metadata.name;
    use.add(node, pod);
    const { namespace, name } = pod.metadata;
    const placed = store.update(kindOf('Pod'), {
      ...pod,
      spec: { ...pod.spec, nodeName: node },
      status: {
        ...pod.status,
        startTime: now.toISOString(),
        conditions: [
          {
            type: 'PodScheduled',
            status: 'True',
            lastTransitionTime: timestamp(now),
          },
        ],
      },
    });
    recordEvent(store, placed, {
      type: 'Normal',
      reason: 'Scheduled',
      message: `Successfully assigned ${namespace}/${name} to ${node}`,
      component: SCHEDULER,
    });
  }
}

function reject(
  { store, now }: Pass,
  pod: KubernetesObject,
  message: string,
): void {
  const happening = {
    type: 'Warning',
    reason: 'FailedScheduling',
    message,
    component: SCHEDULER,
  } as const;
  const last = lastHappened(store, pod, happening);
  if (!last || now.getTime() - last.getTime() >= REMIND_MS) {
    recordEvent(store, pod, happening);
  }
  const condition = stamped(
    pod.status?.conditions,
    {
      type: 'PodScheduled',
      status: 'False',
      reason: 'Unschedulable',
      message,
    },
    now,
  );
  const others = (pod.status?.conditions ?? []).filter(
    ({ type }: { type: string }) => type !== condition.type,
  );
  store.update(kindOf('Pod'), {
    ...pod,
    status: { ...pod.status, conditions: [...others, condition] },
  });
}
