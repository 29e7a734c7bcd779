import { NotFoundError } from '@backstage/errors';
import { withChinese } from '@caas/contract';
import type { RowAccess } from '@caas/contract-node';
import type { UsageHistory } from '@caas/plugin-clusters-common';
import type { UsageStore } from '../../database/UsageStore';
import type { Clock } from '../../domain/Clock';
import {
  CLUSTER_SAMPLES,
  condense,
  intervalOf,
  NAMESPACE_SAMPLES,
  type UsageSubject,
} from '../../domain/usageSample';
import type { ClusterRegistry } from '../../views/ClusterRegistry';
import { findCluster } from '../../views/queries/findCluster';

/** More points than this are not seen on a screen. */
const MOST_POINTS = 300;
const HOUR_MS = 3600 * 1000;
const TWO_WEEKS_HOURS = 14 * 24;

/** Use over time, as it was recorded. */
export function usageViews(options: {
  registry: ClusterRegistry;
  samples: UsageStore;
  clock: Clock;
}) {
  const { registry, samples, clock } = options;

  const historyOf = async (
    subject: UsageSubject,
    hours: number,
    intervalSeconds: number,
  ): Promise<UsageHistory> => {
    const to = clock.now();
    const before = (past: number) =>
      intervalOf(new Date(to.getTime() - past * HOUR_MS), intervalSeconds);
    const from = before(hours);
    const [peak, found] = await Promise.all([
      samples.findPeak(subject, before(TWO_WEEKS_HOURS)),
      samples.list(subject, from),
    ]);
    const condensed = condense(found, {
      from,
      to,
      intervalSeconds,
      most: MOST_POINTS,
    });
    return {
      intervalSeconds: condensed.intervalSeconds,
      peak,
      points: condensed.samples.map(({ at, ...sample }) => ({
        at: at.toISOString(),
        ...sample,
      })),
    };
  };

  return {
    ofCluster({ cluster, hours }: { cluster: string; hours: number }) {
      findCluster(registry, cluster);
      const { intervalSeconds } = CLUSTER_SAMPLES;
      return historyOf({ cluster }, hours, intervalSeconds);
    },

    /** Only what was used since the namespace is its tenant's: another had it before, perhaps. */
    ofNamespace(
      query: { cluster: string; namespace: string; hours: number },
      access: RowAccess,
    ) {
      const { cluster, namespace, hours } = query;
      const { view } = findCluster(registry, cluster);
      const seen = view.namespaces.seen.find(namespace);
      if (!seen || !access.allows({ tenant: seen.tenant })) {
        throw withChinese(
          new NotFoundError(
            `There is no namespace '${namespace}' on cluster '${cluster}' that you may see`,
          ),
          `集群“${cluster}”上没有您可以查看的命名空间“${namespace}”`,
        );
      }
      const { intervalSeconds } = NAMESPACE_SAMPLES;
      const { tenant } = seen;
      return historyOf({ cluster, namespace, tenant }, hours, intervalSeconds);
    },
  };
}

export type UsageViews = ReturnType<typeof usageViews>;
