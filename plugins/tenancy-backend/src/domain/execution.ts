import type {
  Bilingual,
  Execution,
  ExecutionStep,
} from '@caas/plugin-approvals-common';
import type { NamespaceRecord } from './namespace';

const LABELS = {
  allocate: { 'zh-CN': '从配额中分配', en: 'Allocate from the quota' },
  resize: {
    'zh-CN': '调整占用的配额',
    en: 'Change the share of the quota',
  },
  quota: { 'zh-CN': '调整租户配额', en: 'Change the quota of the tenant' },
  renew: { 'zh-CN': '延长租期', en: 'Extend the lease' },
  start: {
    'zh-CN': '恢复已停止的工作负载',
    en: 'Run again what was stopped',
  },
  remove: {
    'zh-CN': '保存清单，并删除集群上的对象',
    en: 'Keep the manifests, and delete the objects on the cluster',
  },
  return: { 'zh-CN': '归还配额', en: 'Give the share of the quota back' },
  apply: {
    'zh-CN': '在集群上创建对象',
    en: 'Create the objects on the cluster',
  },
  ready: {
    'zh-CN': '等待命名空间就绪',
    en: 'Wait until the namespace is ready',
  },
} satisfies Record<string, Bilingual>;

type StepId = keyof typeof LABELS;

/** What each kind is carried out in. */
const STEPS = {
  create: ['allocate', 'apply', 'ready'],
  resize: ['resize', 'apply', 'ready'],
  quota: ['quota'],
  renew: ['renew', 'start'],
  delete: ['remove', 'return'],
} satisfies Record<string, StepId[]>;

/** What is carried out. */
export type Work = keyof typeof STEPS;

/** The steps of some work: those before `at` are done, those after it wait. */
function stepsOf(
  work: Work,
  at: StepId | 'end',
  state: ExecutionStep['state'],
  message?: Bilingual,
): ExecutionStep[] {
  const ids: StepId[] = STEPS[work];
  const position = at === 'end' ? ids.length : ids.indexOf(at);
  return ids.map((id, index) => {
    const label = LABELS[id];
    if (index < position) return { id, label, state: 'done' };
    if (index > position) return { id, label, state: 'waiting' };
    return { id, label, state, message };
  });
}

/** What the desk is told when everything is done. */
export function executionDone(work: Work): Execution {
  return { state: 'done', steps: stepsOf(work, 'end', 'done') };
}

/** What the desk is told while a step is worked on. */
export function executionAt(
  work: Work,
  at: StepId,
  message?: Bilingual,
): Execution {
  return {
    state: 'working',
    message,
    steps: stepsOf(work, at, 'working', message),
  };
}

/** What the desk is told when the books refuse it. `isTemporary` is what passes by itself: the desk tries it again. */
export function executionRefused(
  work: Work,
  message: Bilingual,
  isTemporary = false,
): Execution {
  return {
    state: 'failed',
    message,
    isTemporary,
    steps: stepsOf(work, STEPS[work][0], 'failed', message),
  };
}

/**
 * How far a namespace is with a generation of what is wanted of it, as the desk shows it.
 *
 * What a cluster refuses is tried again by the desk too: the reconciler looks after it all the while, and the request is
 * done as soon as somebody has mended the cause.
 */
export function executionOf(
  work: Work,
  { state, step, message, readyGeneration }: NamespaceRecord,
  generation: number,
): Execution {
  if (readyGeneration >= generation) return executionDone(work);
  if (state === 'failed') {
    return {
      state: 'failed',
      message,
      isTemporary: true,
      steps: stepsOf(work, step, 'failed', message),
    };
  }
  return {
    state: 'working',
    message,
    steps: stepsOf(work, step, 'working', message),
  };
}
