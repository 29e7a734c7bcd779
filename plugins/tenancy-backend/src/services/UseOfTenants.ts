import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import type { NamespaceView } from '@caas/plugin-clusters-common';
import type { ClustersClient } from '../clients/ClustersClient';
import type { Clock } from '../domain/Clock';
import { peakOf, sumOfUse, usedOf, type Use } from '../domain/namespaceUse';
import type { QuotaKey } from '../domain/quota';

/** A highest use of two weeks hardly moves within minutes, and a tenant may have many namespaces. */
const PEAK_KEPT_MS = 5 * 60_000;
const PEAKS_KEPT_MAX = 5000;
/** A page that shows it should not wait longer. */
const PATIENCE_MS = 2000;
const SILENCE_MS = 10_000;

type Options = {
  clusters: Pick<
    ClustersClient,
    'listNamespaces' | 'findNamespace' | 'findPeak'
  >;
  clock: Clock;
  logger: LoggerService;
};

/** What stands on the clusters, to show beside what is allocated. Undefined where clusters does not tell: nothing waits for it. */
export class UseOfTenants {
  static create(options: Options): UseOfTenants {
    return new UseOfTenants(options);
  }

  private readonly peaks = new Map<
    string,
    { use: Use['peak']; until: number }
  >();

  /** Clusters did not tell a moment ago: pages do not wait for it again and again. */
  private silentUntil = 0;

  private constructor(private readonly options: Options) {}

  /** Use by quota. The peak of a quota is the sum of its namespaces' peaks, which need not have been at the same time. */
  async ofTenant(
    tenant: string,
  ): Promise<((key: Omit<QuotaKey, 'tenant'>) => Use) | undefined> {
    return this.tell(async () => {
      const views = await this.options.clusters.listNamespaces(tenant);
      const known = await Promise.all(
        views.map(async view => ({ view, use: await this.useOf(view) })),
      );
      return ({ cluster, environment }) =>
        sumOfUse(
          known
            .filter(
              ({ view }) =>
                view.cluster === cluster && view.environment === environment,
            )
            .map(({ use }) => use),
        );
    });
  }

  async ofNamespace(cluster: string, name: string): Promise<Use | undefined> {
    return this.tell(async () => {
      const view = await this.options.clusters.findNamespace(cluster, name);
      return view && this.useOf(view);
    });
  }

  private async useOf(view: NamespaceView): Promise<Use> {
    return { used: usedOf(view), peak: await this.peakOf(view) };
  }

  private async peakOf({ cluster, name }: NamespaceView): Promise<Use['peak']> {
    const { clusters, clock } = this.options;
    const key = `${cluster}/${name}`;
    const now = clock.now().getTime();
    const kept = this.peaks.get(key);
    if (kept && kept.until > now) return kept.use;
    const use = peakOf(await clusters.findPeak(cluster, name));
    if (this.peaks.size >= PEAKS_KEPT_MAX) this.peaks.clear();
    this.peaks.set(key, { use, until: now + PEAK_KEPT_MS });
    return use;
  }

  private async tell<T>(read: () => Promise<T>): Promise<T | undefined> {
    const { clock } = this.options;
    if (clock.now().getTime() < this.silentUntil) return undefined;
    try {
      return await inTime(read());
    } catch (error) {
      this.silentUntil = clock.now().getTime() + SILENCE_MS;
      this.options.logger.debug(
        `Clusters does not tell what is used: ${(error as Error).message}`,
      );
      return undefined;
    }
  }
}

/** The answer, if it comes before patience ends. The calls themselves end by their own limits. */
async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new ServiceUnavailableError('it takes too long')),
      PATIENCE_MS,
    );
  });
  try {
    return await Promise.race([answer, end]);
  } finally {
    clearTimeout(timer);
  }
}
