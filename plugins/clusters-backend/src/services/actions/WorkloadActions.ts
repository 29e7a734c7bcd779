import { ConflictError, InputError } from '@backstage/errors';
import { withChinese } from '@caas/contract';
import type { WorkloadKind } from '@caas/plugin-clusters-common';
import {
  ClusterAnswerError,
  type KubernetesActions,
} from '../../clients/KubernetesActions';
import type { Clock } from '../../domain/Clock';
import type { LiveObject } from '../../domain/LiveObject';
import { workloadNamed } from '../../domain/named';
import { applySetOfReplicas, autoscalerOf } from '../../domain/replicasOwner';
import { tellRefusal } from '../refusals';
import type { ClusterPlaces, Rights } from './ClusterPlaces';

const PLURALS: Record<WorkloadKind, string> = {
  Deployment: 'deployments',
  StatefulSet: 'statefulsets',
  DaemonSet: 'daemonsets',
};
/** What `kubectl rollout restart` writes. */
const RESTARTED_AT = 'kubectl.kubernetes.io/restartedAt';
/** A second click on the same button is no second restart. */
const SAME_RESTART_MS = 5000;
/** Controllers write the status while we look: the version that we ask for is often old already. */
const ATTEMPTS = 5;

export type WorkloadPlace = {
  cluster: string;
  namespace: string;
  kind: WorkloadKind;
  name: string;
  reason?: string;
};

/** What people do with workloads. Field managers of their own keep it apart from what apply sets own. */
export class WorkloadActions {
  constructor(
    private readonly places: ClusterPlaces,
    private readonly clock: Clock,
  ) {}

  async restart(place: WorkloadPlace, rights: Rights) {
    return this.at(place, rights, async (actions, path) => {
      const workload = await actions.send({ method: 'GET', path });
      if (workload.spec?.paused) {
        const named = workloadNamed(place);
        throw withChinese(
          new ConflictError(
            `${named.en} is paused, and replaces no pods until it is resumed: resume it first.`,
          ),
          `${named['zh-CN']}已暂停，恢复之前不会替换容器组。请先恢复它`,
        );
      }
      const annotations = workload.spec?.template?.metadata?.annotations ?? {};
      const last = annotations[RESTARTED_AT];
      const now = this.clock.now();
      if (last && now.getTime() - Date.parse(last) < SAME_RESTART_MS) {
        return { restartedAt: last };
      }
      const restartedAt = now.toISOString().replace(/\.\d+Z$/, 'Z');
      await actions.send({
        method: 'PATCH',
        path,
        query: { fieldManager: 'caas-portal-restart' },
        contentType: 'application/strategic-merge-patch+json',
        body: {
          spec: {
            template: {
              metadata: { annotations: { [RESTARTED_AT]: restartedAt } },
            },
          },
        },
      });
      return { restartedAt };
    });
  }

  async scale(
    place: WorkloadPlace & { from: number; to: number },
    rights: Rights,
  ) {
    const { from, to, kind } = place;
    return this.at(place, rights, async (actions, path) => {
      if (kind === 'DaemonSet') {
        const named = workloadNamed(place);
        throw withChinese(
          new InputError(
            `${named.en} runs one pod on each of its nodes, and has no number to change: change its node selector instead.`,
          ),
          `${named['zh-CN']}在每个节点上运行一个容器组，没有副本数可改。请改为修改其节点选择器`,
        );
      }
      await this.assertNoAutoscaler(actions, place);
      for (let attempt = 1; ; attempt += 1) {
        const workload = await actions.send({ method: 'GET', path });
        const now: number = workload.spec?.replicas ?? 1;
        if (now === to) return { from: now, to };
        assertScalable(place, workload, now);
        try {
          await actions.send({
            method: 'PUT',
            path: `${path}/scale`,
            query: { fieldManager: 'caas-portal-scale' },
            body: {
              apiVersion: 'autoscaling/v1',
              kind: 'Scale',
              metadata: {
                name: place.name,
                namespace: place.namespace,
                resourceVersion: workload.metadata.resourceVersion,
              },
              spec: { replicas: to },
            },
          });
          return { from, to };
        } catch (error) {
          const isStale =
            error instanceof ClusterAnswerError && error.code === 409;
          if (!isStale || attempt === ATTEMPTS) throw error;
        }
      }
    });
  }

  private async assertNoAutoscaler(
    actions: KubernetesActions,
    place: WorkloadPlace,
  ): Promise<void> {
    const owner = autoscalerOf(
      await autoscalersIn(actions, place.namespace),
      place,
    );
    if (owner === undefined) return;
    const named = workloadNamed(place);
    throw withChinese(
      new ConflictError(
        `The HorizontalPodAutoscaler '${owner}' decides how many replicas ${named.en} has, and would change it back: change its bounds, or take it away first.`,
      ),
      `${named['zh-CN']}的副本数由 HorizontalPodAutoscaler“${owner}”决定，手工修改会被改回。请修改其上下限，或先移除它`,
    );
  }

  private async at<T>(
    place: WorkloadPlace,
    rights: Rights,
    work: (actions: KubernetesActions, path: string) => Promise<T>,
  ): Promise<T> {
    const { cluster, namespace, kind, name } = place;
    const actions = await this.places.namespace(place, rights);
    this.places.assertReason(place, place.reason);
    const path = `/apis/apps/v1/namespaces/${namespace}/${PLURALS[kind]}/${encodeURIComponent(name)}`;
    try {
      return await work(actions, path);
    } catch (error) {
      throw tellRefusal(error, { what: workloadNamed(place), cluster });
    }
  }
}

function assertScalable(
  place: WorkloadPlace & { from: number },
  workload: LiveObject,
  now: number,
): void {
  const named = workloadNamed(place);
  const set = applySetOfReplicas(workload);
  if (set !== undefined) {
    throw withChinese(
      new ConflictError(
        `This field is owned by the apply set '${set}': it says how many replicas ${named.en} has, and would change it back. Change it where the apply set comes from.`,
      ),
      `${named['zh-CN']}的副本数由应用集“${set}”规定，手工修改会被改回。请在应用集的来源处修改`,
    );
  }
  if (now === place.from) return;
  throw withChinese(
    new ConflictError(
      `${named.en} was scaled in the meantime: it has ${now} replicas now, and not ${place.from}. Look at it again, then scale it from there.`,
    ),
    `${named['zh-CN']}的副本数已被他人修改：现为 ${now}，不再是 ${place.from}。请刷新后重试`,
  );
}

/** Nothing on a cluster that has no autoscaling. */
async function autoscalersIn(
  actions: KubernetesActions,
  namespace: string,
): Promise<LiveObject[]> {
  try {
    const list = await actions.send({
      method: 'GET',
      path: `/apis/autoscaling/v2/namespaces/${namespace}/horizontalpodautoscalers`,
    });
    return list.items ?? [];
  } catch (error) {
    if (error instanceof ClusterAnswerError && error.code === 404) return [];
    throw error;
  }
}
