import type {
  Bilingual,
  Execution,
  ExecutionStep,
} from '@caas/plugin-approvals-common';
import type { NamespaceRecord } from './namespace';

const LABELS: Record<'allocate' | 'apply' | 'ready', Bilingual> = {
  allocate: { 'zh-CN': '从配额中分配', en: 'Allocate from the quota' },
  apply: {
    'zh-CN': '在集群上创建对象',
    en: 'Create the objects on the cluster',
  },
  ready: {
    'zh-CN': '等待命名空间就绪',
    en: 'Wait until the namespace is ready',
  },
};

function step(
  id: keyof typeof LABELS,
  state: ExecutionStep['state'],
  message?: string,
): ExecutionStep {
  return { id, label: LABELS[id], state, message };
}

/** What the desk is told when nothing could be allocated. */
export function executionRefused(message: string): Execution {
  return {
    state: 'failed',
    message,
    steps: [
      step('allocate', 'failed', message),
      step('apply', 'waiting'),
      step('ready', 'waiting'),
    ],
  };
}

/** How far a namespace is, as the desk shows it. */
export function executionOf(namespace: NamespaceRecord): Execution {
  const { state, message } = namespace;
  if (state === 'ready') {
    return {
      state: 'done',
      steps: [
        step('allocate', 'done'),
        step('apply', 'done'),
        step('ready', 'done'),
      ],
    };
  }
  const at = state === 'failed' ? 'failed' : 'working';
  return {
    state: at,
    message,
    steps:
      namespace.step === 'apply'
        ? [
            step('allocate', 'done'),
            step('apply', at, message),
            step('ready', 'waiting'),
          ]
        : [
            step('allocate', 'done'),
            step('apply', 'done'),
            step('ready', at, message),
          ],
  };
}
