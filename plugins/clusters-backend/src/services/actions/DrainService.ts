import { randomUUID } from 'node:crypto';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { withChinese } from '@caas/contract';
import type {
  DrainOptions,
  DrainPod,
  DrainPreview,
} from '@caas/plugin-clusters-common';
import {
  ClusterAnswerError,
  type KubernetesActions,
} from '../../clients/KubernetesActions';
import { podsOn } from '../../clients/podsOn';
import type { NodeDrainStore } from '../../database/NodeDrainStore';
import type { Clock } from '../../domain/Clock';
import { drainPodOf, refusalOf } from '../../domain/drainPods';
import type { LiveObject } from '../../domain/LiveObject';
import { nodeNamed } from '../../domain/named';
import { isSelected } from '../../domain/selector';
import { tellRefusal } from '../refusals';
import type { ClusterPlaces } from './ClusterPlaces';

const NOTHING_ALLOWED = { deleteEmptyDirData: false, force: false };

type NodeOf = { cluster: string; node: string };

/** Drains of nodes, as people ask for them. */
export class DrainService {
  constructor(
    private readonly options: {
      places: ClusterPlaces;
      drains: NodeDrainStore;
      clock: Clock;
      /** Something was recorded; a hint, never relied on. */
      onChange(): void;
    },
  ) {}

  async preview({ cluster, node }: NodeOf): Promise<DrainPreview> {
    return this.ask({ cluster, node }, async actions => {
      const live = await podsOn(actions, node);
      const pods = live.map(pod => drainPodOf(pod, NOTHING_ALLOWED));
      return { pods, budgets: await budgetsOf(actions, live, pods) };
    });
  }

  async start(
    wanted: NodeOf & DrainOptions & { reason: string },
    requestedBy: string,
  ) {
    const { cluster, node, reason, ...options } = wanted;
    const { drains, clock, onChange } = this.options;
    await this.ask(wanted, async actions => {
      await actions.send({
        method: 'GET',
        path: `/api/v1/nodes/${encodeURIComponent(node)}`,
      });
      const pods = (await podsOn(actions, node)).map(pod =>
        drainPodOf(pod, options),
      );
      const refusal = refusalOf(node, pods);
      if (refusal) {
        throw withChinese(new InputError(refusal.en), refusal['zh-CN']);
      }
    });
    try {
      const started = await drains.start({
        id: randomUUID(),
        cluster,
        node,
        options,
        reason,
        requestedBy,
        now: clock.now(),
      });
      onChange();
      return started;
    } catch (error) {
      const open = await drains.findOpen(cluster, node);
      // A second click on the same button is no second drain.
      const isSame =
        error instanceof ConflictError &&
        open?.requestedBy === requestedBy &&
        open.reason === reason &&
        JSON.stringify(open.options) === JSON.stringify(options);
      if (isSame) return open;
      throw error;
    }
  }

  list(query: {
    cluster: string;
    node?: string;
    limit: number;
    offset: number;
  }) {
    return this.options.drains.list(query);
  }

  async get({ cluster, id }: { cluster: string; id: string }) {
    const drain = await this.options.drains.find(cluster, id);
    if (drain) return drain;
    throw withChinese(
      new NotFoundError(`There is no drain '${id}' on cluster '${cluster}'`),
      `集群“${cluster}”上没有排空记录“${id}”`,
    );
  }

  async cancel(
    drain: { cluster: string; id: string; uncordon: boolean; reason?: string },
    actor: string,
  ) {
    const { places, drains, clock, onChange } = this.options;
    places.assertReason({ cluster: drain.cluster }, drain.reason);
    const cancelled = await drains.cancel(drain, { actor, now: clock.now() });
    onChange();
    return cancelled;
  }

  private async ask<T>(
    { cluster, node }: NodeOf,
    work: (actions: KubernetesActions) => Promise<T>,
  ): Promise<T> {
    const actions = this.options.places.cluster(cluster);
    try {
      return await work(actions);
    } catch (error) {
      throw tellRefusal(error, { what: nodeNamed(node), cluster });
    }
  }
}

/** The budgets of the namespaces that have pods here, and how many of those each guards. */
async function budgetsOf(
  actions: KubernetesActions,
  live: readonly LiveObject[],
  pods: readonly DrainPod[],
): Promise<DrainPreview['budgets']> {
  const leaving = live.filter((_, index) => pods[index].state !== 'kept');
  const namespaces = new Set(leaving.map(pod => pod.metadata.namespace));
  const budgets = (await allBudgets(actions)).map(
    ({ metadata, spec, status }) => ({
      namespace: metadata.namespace!,
      name: metadata.name!,
      allowed: status?.disruptionsAllowed ?? 0,
      pods: leaving.filter(
        pod =>
          pod.metadata.namespace === metadata.namespace &&
          isSelected(spec?.selector, pod.metadata.labels),
      ).length,
    }),
  );
  return budgets.filter(
    ({ namespace, pods: count }) => namespaces.has(namespace) && count > 0,
  );
}

async function allBudgets(actions: KubernetesActions): Promise<LiveObject[]> {
  try {
    const list = await actions.send({
      method: 'GET',
      path: '/apis/policy/v1/poddisruptionbudgets',
    });
    return list.items ?? [];
  } catch (error) {
    if (error instanceof ClusterAnswerError && error.code === 404) return [];
    throw error;
  }
}
