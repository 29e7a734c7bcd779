import type { DrainPod } from '@caas/plugin-clusters-common';
import {
  ClusterAnswerError,
  type KubernetesActions,
} from '../clients/KubernetesActions';
import { podsOn } from '../clients/podsOn';
import {
  quoteCluster,
  type ClaimedDrain,
  type DrainOutcome,
} from '../domain/drain';
import {
  describeProgress,
  drainPodOf,
  isEmptied,
  progressOf,
  refusalOf,
} from '../domain/drainPods';
import { TicketLostError } from './Hold';

/** A pass ends after so many, so that people see how far it is. */
const EVICTIONS_PER_PASS = 20;

type Work = {
  drain: ClaimedDrain;
  actions: KubernetesActions;
  /** Throws unless the worker may go on: asked before each step that changes something. */
  assertHeld(): Promise<void>;
  now(): Date;
};

/** One pass over a node: closes it, and asks each pod that may go to go. Repeating it changes nothing that is done. */
export async function drainNode(work: Work): Promise<DrainOutcome> {
  const { drain, actions, now } = work;
  const seen = { pods: drain.pods };
  try {
    if (drain.state === 'cancelling') return await endCancelled(work);
    const isClosed = await closeNode(work, true);
    if (!isClosed) {
      return {
        kind: 'failed',
        message: {
          'zh-CN': `节点“${drain.node}”已不存在`,
          en: `Node '${drain.node}' is gone`,
        },
        pods: drain.pods,
      };
    }
    const found = await podsOn(actions, drain.node);
    seen.pods = progressOf(
      drain.pods,
      found.map(pod => drainPodOf(pod, drain.options)),
    );
    const refusal = refusalOf(drain.node, seen.pods);
    if (refusal) return { kind: 'failed', message: refusal, pods: seen.pods };
    if (isEmptied(seen.pods)) return { kind: 'done', pods: seen.pods };
    if (now() >= drain.deadlineAt) {
      const progress = describeProgress(seen.pods);
      return {
        kind: 'failed',
        message: {
          'zh-CN': `没有按时完成：${progress['zh-CN']}。节点仍不接收新的容器组；请给更多时间再排空一次，或查看容器组为何没有离开。`,
          en: `Not done in time: ${progress.en}. The node stays closed; drain it again with more time, or see why pods do not go.`,
        },
        pods: seen.pods,
      };
    }
    await evictSome(work, seen);
    return {
      kind: 'working',
      message: describeProgress(seen.pods),
      pods: seen.pods,
    };
  } catch (error) {
    if (error instanceof TicketLostError) throw error;
    const isOver = now() >= drain.deadlineAt;
    return {
      kind: isOver ? 'failed' : 'retry',
      message: quoteCluster((error as Error).message),
      pods: seen.pods,
    };
  }
}

async function endCancelled(work: Work): Promise<DrainOutcome> {
  const { drain } = work;
  if (drain.uncordon) await closeNode(work, false);
  const pods = drain.pods.map(({ message: _, ...pod }) => pod);
  return { kind: 'cancelled', pods };
}

/** Answers whether there is such a node. */
async function closeNode(work: Work, isClosed: boolean): Promise<boolean> {
  const { drain, actions, assertHeld } = work;
  const path = `/api/v1/nodes/${encodeURIComponent(drain.node)}`;
  try {
    const node = await actions.send({ method: 'GET', path });
    if (Boolean(node.spec?.unschedulable) === isClosed) return true;
    await assertHeld();
    await actions.send({
      method: 'PATCH',
      path,
      query: {
        fieldManager: isClosed ? 'caas-portal-drain' : 'caas-portal-uncordon',
      },
      contentType: 'application/merge-patch+json',
      body: { spec: { unschedulable: isClosed || null } },
    });
    return true;
  } catch (error) {
    if (error instanceof ClusterAnswerError && error.code === 404) return false;
    throw error;
  }
}

async function evictSome(
  { drain, actions, assertHeld }: Work,
  seen: { pods: DrainPod[] },
): Promise<void> {
  let evictions = 0;
  for (const pod of seen.pods) {
    if (pod.state !== 'waiting' || evictions === EVICTIONS_PER_PASS) continue;
    await assertHeld();
    const change = await evict(actions, pod, drain.options.gracePeriodSeconds);
    // Those that a budget keeps must not keep others from being asked.
    if (change.state !== 'blocked') evictions += 1;
    seen.pods = seen.pods.map(each =>
      each === pod ? { ...pod, ...change } : each,
    );
  }
}

/** Asks a pod to go, by the UID: one of the same name that came in its place is not meant. */
async function evict(
  actions: KubernetesActions,
  { namespace, name, uid }: DrainPod,
  gracePeriodSeconds: number | undefined,
): Promise<Pick<DrainPod, 'state' | 'message'>> {
  try {
    await actions.send({
      method: 'POST',
      path: `/api/v1/namespaces/${namespace}/pods/${encodeURIComponent(name)}/eviction`,
      query: { fieldManager: 'caas-portal-drain' },
      body: {
        apiVersion: 'policy/v1',
        kind: 'Eviction',
        metadata: { name, namespace },
        deleteOptions: { gracePeriodSeconds, preconditions: { uid } },
      },
    });
    return { state: 'evicting' };
  } catch (error) {
    if (!(error instanceof ClusterAnswerError)) throw error;
    const { code, causes, message } = error;
    if (code === 404 || code === 409) return { state: 'gone' };
    const budget = causes.find(({ reason }) => reason === 'DisruptionBudget');
    if (budget) return { state: 'blocked', message: budget.message };
    if (code >= 500) return { state: 'blocked', message };
    const isTerminating = causes.some(
      ({ reason }) => reason === 'NamespaceTerminating',
    );
    if (code !== 429 && !isTerminating) throw error;
    // The API server is busy, or a namespace that is being deleted takes no evictions: the next pass asks again.
    return { state: 'waiting', message };
  }
}
