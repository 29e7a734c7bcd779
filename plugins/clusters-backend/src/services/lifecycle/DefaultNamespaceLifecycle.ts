import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { withChinese } from '@caas/contract';
import {
  STOP_ANNOTATIONS,
  type LifecycleProgress,
  type LifecycleStep,
  type NamespaceExport,
  type NamespaceStanding,
  type OwnNamespace,
} from '@caas/plugin-clusters-common';
import type { KubernetesClient } from '../../clients/KubernetesClient';
import type { ApplySetStore } from '../../database/ApplySetStore';
import type { Clock } from '../../domain/Clock';
import { heldBy } from '../../domain/leaving';
import type { LiveObject } from '../../domain/LiveObject';
import { namespaceKey, refuseForeign } from '../../domain/ownNamespace';
import { startPatch, stepOf, stopPatch } from '../../domain/standstill';
import type { ClusterRegistry } from '../../views/ClusterRegistry';
import { trafficInto } from '../../views/queries/trafficInto';
import { bringAll } from './bringAll';
import type { NamespaceLifecycle } from './NamespaceLifecycle';
import { takeExport } from './takeExport';

/** A call answers within this, and says what it did not come to. */
const BUDGET_MS = 15_000;
const ATTEMPTS = 5;

type Options = {
  registry: ClusterRegistry;
  clientOf(cluster: string): KubernetesClient | undefined;
  sets: ApplySetStore;
  clock: Clock;
};

/**
 * Stops, starts and gives out namespaces for the plugin that made them.
 *
 * Each call first asks the cluster whether the namespace still is the one that the caller's apply set made (see
 * `refuseForeign`). A step of a namespace's life carries a number that only grows. It is written to the namespace before
 * anything in it is touched, and looked at before each write: a stop that was late, or slept, finds that a start has come
 * and changes nothing any more.
 */
export class DefaultNamespaceLifecycle implements NamespaceLifecycle {
  static create(options: Options): DefaultNamespaceLifecycle {
    return new DefaultNamespaceLifecycle(options);
  }

  private constructor(private readonly options: Options) {}

  look(place: OwnNamespace, actor: string): Promise<NamespaceStanding> {
    return this.with(place, actor, async (_client, live) => ({
      uid: live.metadata.uid!,
      phase: live.status?.phase ?? 'Unknown',
      deletingSince: live.metadata.deletionTimestamp,
      heldBy: heldBy(live),
      dependants: trafficInto(
        this.options.registry.find(place.cluster)!.view,
        place.namespace,
      ),
    }));
  }

  stop(step: LifecycleStep, actor: string): Promise<LifecycleProgress> {
    return this.bring(step, actor, {
      fieldManager: 'caas-portal-stop',
      patchOf: (kind, object) => stopPatch(kind, object, step.generation),
    });
  }

  start(step: LifecycleStep, actor: string): Promise<LifecycleProgress> {
    return this.bring(step, actor, {
      fieldManager: 'caas-portal-start',
      patchOf: (kind, object) => startPatch(kind, object, step.generation),
    });
  }

  export(place: OwnNamespace, actor: string): Promise<NamespaceExport> {
    return this.with(place, actor, async (client, live) => ({
      uid: live.metadata.uid!,
      takenAt: this.options.clock.now().toISOString(),
      ...(await takeExport(client, place.namespace)),
    }));
  }

  private bring(
    step: LifecycleStep,
    actor: string,
    how: Pick<Parameters<typeof bringAll>[0], 'fieldManager' | 'patchOf'>,
  ): Promise<LifecycleProgress> {
    return this.with(step, actor, async (client, live) => {
      const until = performance.now() + BUDGET_MS;
      await announceStep(step, client, live, how.fieldManager);
      const progress = await bringAll({
        ...how,
        client,
        namespace: step.namespace,
        assertCurrent: async () => {
          const now = await client.find(namespaceKey(step.namespace));
          assertSame(step, live, now);
        },
        hasTime: () => performance.now() < until,
      });
      return { uid: live.metadata.uid!, ...progress };
    });
  }

  /** What a cluster says in an error is told in a sentence of ours: 404, 403 or 503. */
  private async with<T>(
    place: OwnNamespace,
    actor: string,
    work: (client: KubernetesClient, live: LiveObject) => Promise<T>,
  ): Promise<T> {
    const client = this.options.clientOf(place.cluster);
    if (!client) {
      throw withChinese(
        new NotFoundError(`There is no cluster '${place.cluster}'`),
        `没有集群“${place.cluster}”`,
      );
    }
    try {
      return await work(client, await this.findOwn(place, actor, client));
    } catch (error) {
      const { name, message } = error as Error;
      if (name === 'ClusterUnavailableError') {
        throw withChinese(
          new ServiceUnavailableError(message),
          `集群“${place.cluster}”暂时不可用：${message}`,
        );
      }
      if (name === 'NotOnClusterError') throw new NotFoundError(message);
      if (name === 'ClusterRefusedError') throw new NotAllowedError(message);
      throw error;
    }
  }

  private async findOwn(
    { cluster, namespace, tenant, applySet }: OwnNamespace,
    actor: string,
    client: KubernetesClient,
  ): Promise<LiveObject> {
    const set = await this.options.sets.find(cluster, applySet);
    if (!set || set.owner !== actor || set.tenant !== tenant) {
      throw new NotFoundError(
        `'${actor}' has no apply set '${applySet}' for the tenant '${tenant}' on cluster '${cluster}'`,
      );
    }
    const live = await client.find(namespaceKey(namespace));
    if (!live) {
      throw withChinese(
        new NotFoundError(
          `There is no namespace '${namespace}' on cluster '${cluster}'`,
        ),
        `集群“${cluster}”上没有命名空间“${namespace}”`,
      );
    }
    const refusal = refuseForeign(set, live);
    if (refusal) {
      throw withChinese(new NotAllowedError(refusal.en), refusal['zh-CN']);
    }
    return live;
  }
}

/** Writes the number of the step to the namespace, unless it stands there. */
async function announceStep(
  step: LifecycleStep,
  client: KubernetesClient,
  live: LiveObject,
  fieldManager: string,
): Promise<void> {
  let now: LiveObject | undefined = live;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    assertSame(step, live, now);
    if (stepOf(now) === step.generation) return;
    const written = await client.merge(
      namespaceKey(step.namespace),
      {
        metadata: {
          resourceVersion: now.metadata.resourceVersion!,
          annotations: {
            [STOP_ANNOTATIONS.generation]: String(step.generation),
          },
        },
      },
      fieldManager,
    );
    if (written) return;
    now = await client.find(namespaceKey(step.namespace));
  }
  throw withChinese(
    new ServiceUnavailableError(
      `Namespace '${step.namespace}' on cluster '${step.cluster}' is written to all the time. Try again later`,
    ),
    `集群“${step.cluster}”上的命名空间“${step.namespace}”一直有人在写入，请稍后重试`,
  );
}

/** The namespace that was looked at, and no later step of its life. */
function assertSame(
  step: LifecycleStep,
  seen: LiveObject,
  now: LiveObject | undefined,
): asserts now is LiveObject {
  const where = `Namespace '${step.namespace}' on cluster '${step.cluster}'`;
  if (!now || now.metadata.uid !== seen.metadata.uid) {
    throw new NotFoundError(`${where} is not there any more`);
  }
  if (stepOf(now) > step.generation) {
    throw new ConflictError(
      `${where} is at step ${stepOf(now)} of its life by now, and this is step ${step.generation}: nothing more is changed`,
    );
  }
}
