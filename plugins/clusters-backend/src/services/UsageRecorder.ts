import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CpuAndMemory } from '@caas/plugin-clusters-common';
import type { UsageStore } from '../database/UsageStore';
import type { Clock } from '../domain/Clock';
import {
  CLUSTER_SAMPLES,
  highest,
  intervalOf,
  NAMESPACE_SAMPLES,
  type UsageSample,
  type UsageSubject,
} from '../domain/usageSample';
import { measureUsage } from '../views/queries/measureUsage';
import type { ClusterRegistry } from '../views/ClusterRegistry';

type Told = UsageSubject & UsageSample;

type Options = {
  registry: Pick<ClusterRegistry, 'clusters'>;
  samples: UsageStore;
  clock: Clock;
  logger: LoggerService;
};

/**
 * Keeps the use of clusters and namespaces over time.
 *
 * Every replica measures each minute from its own views, and writes what is higher than what it wrote of the same interval:
 * most minutes that is little. What a replica has not written when it ends, another has, or is measured again.
 */
export class UsageRecorder {
  static create(options: Options): UsageRecorder {
    return new UsageRecorder(options);
  }

  /** What was written of the intervals that still run, by subject. */
  private written = new Map<string, Told>();

  private constructor(private readonly options: Options) {}

  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'record-usage',
      scope: 'local',
      frequency: { minutes: 1 },
      timeout: { minutes: 1 },
      fn: () => this.record(),
    });
    await scheduler.scheduleTask({
      id: 'prune-usage',
      frequency: { hours: 1 },
      timeout: { minutes: 10 },
      fn: () => this.prune(),
    });
  }

  async record(): Promise<void> {
    const { registry, samples, clock } = this.options;
    const now = clock.now();
    const running = new Map<string, Told>();
    const higher: Told[] = [];
    for (const { definition, view } of registry.clusters) {
      if (view.status.state !== 'connected') continue;
      for (const measured of measureUsage(definition.name, view)) {
        const { intervalSeconds } = measured.namespace
          ? NAMESPACE_SAMPLES
          : CLUSTER_SAMPLES;
        const told = { ...measured, at: intervalOf(now, intervalSeconds) };
        const key = keyOf(told);
        const before = this.written.get(key);
        const after = before ? higherOf(before, told) : told;
        running.set(key, after);
        if (!before || isHigher(after, before)) higher.push(after);
      }
    }
    await samples.record(higher);
    this.written = running;
  }

  private async prune(): Promise<void> {
    const { samples, clock, logger } = this.options;
    const count = await samples.prune(clock.now());
    if (count > 0) logger.info(`${count} old samples of use are deleted`);
  }
}

function keyOf({ cluster, namespace, tenant, at }: Told): string {
  return [cluster, namespace, tenant, at.getTime()].join('\n');
}

function higherOf(one: Told, other: Told): Told {
  return {
    ...other,
    requested: highest(one.requested, other.requested)!,
    used: highest(one.used, other.used),
    allocatable: highest(one.allocatable, other.allocatable),
  };
}

function isHigher(one: Told, other: Told): boolean {
  const exceeds = (mine?: CpuAndMemory, theirs?: CpuAndMemory) =>
    mine?.cpuMillicores !== theirs?.cpuMillicores ||
    mine?.memoryBytes !== theirs?.memoryBytes;
  return (
    exceeds(one.requested, other.requested) ||
    exceeds(one.used, other.used) ||
    exceeds(one.allocatable, other.allocatable)
  );
}
