import type { KubernetesObject } from '../../storage/KubernetesObject';
import { stamped, type Condition } from '../conditions';
import type { ContainerStatus } from './ContainerStatus';

const condition = (
  type: string,
  isTrue: boolean,
  reason = '',
  message = '',
): Condition => ({ type, status: isTrue ? 'True' : 'False', reason, message });

/** The status of a pod that follows from those of its containers. */
export function podStatus(
  { status }: KubernetesObject,
  containerStatuses: readonly ContainerStatus[],
  now: Date,
) {
  const phase = phaseOf(containerStatuses);
  const unready = containerStatuses.filter(({ ready }) => !ready);
  const names = unready.map(({ name }) => name).join(' ');
  const isReady = unready.length === 0;
  const isOver = ['Succeeded', 'Failed'].includes(phase);
  const why = isOver ? 'PodCompleted' : 'ContainersNotReady';
  const message = isOver ? '' : `containers with unready status: [${names}]`;
  const readiness = (type: string) =>
    isReady ? condition(type, true) : condition(type, false, why, message);
  const conditions = [
    condition('PodScheduled', true),
    condition('Initialized', true),
    readiness('ContainersReady'),
    readiness('Ready'),
  ].map(each => {
    const {
      reason,
      message: text,
      ...rest
    } = stamped(status?.conditions, each, now);
    return {
      ...rest,
      ...(reason && { reason }),
      ...(text && { message: text }),
    };
  });
  return { ...status, phase, conditions, containerStatuses };
}

function phaseOf(containers: readonly ContainerStatus[]): string {
  const isNew = ({ state, lastState }: ContainerStatus) =>
    state.waiting !== undefined && !lastState.terminated;
  if (containers.some(isNew)) return 'Pending';
  if (!containers.every(({ state }) => state.terminated)) return 'Running';
  return containers.every(({ state }) => state.terminated?.exitCode === 0)
    ? 'Succeeded'
    : 'Failed';
}
