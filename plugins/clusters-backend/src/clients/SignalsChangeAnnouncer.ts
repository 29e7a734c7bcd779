import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  CLUSTERS_CHANNEL,
  type ClusterChange,
  type ClusterResource,
} from '@caas/plugin-clusters-common';

/** Ten thousand pods may change in a second, and every open screen hears of it. */
const QUIET_MS = 1000;

type Options = {
  signals: SignalsService;
  logger: LoggerService;
};

/**
 * Tells open screens that something on a cluster changed: which cluster and which resources, and nothing of what or whose,
 * since everybody who is signed in may hear it.
 *
 * What changes is collected for a second, so that each cluster is heard of once a second at most; the last change is told
 * too. A signal may be lost: screens also look by themselves.
 */
export class SignalsChangeAnnouncer {
  static create(options: Options): SignalsChangeAnnouncer {
    return new SignalsChangeAnnouncer(options);
  }

  private readonly collected = new Map<string, Set<ClusterResource>>();
  private readonly timers = new Set<NodeJS.Timeout>();

  private constructor(private readonly options: Options) {}

  changed(cluster: string, resource: ClusterResource): void {
    const known = this.collected.get(cluster);
    if (known) {
      known.add(resource);
      return;
    }
    this.collected.set(cluster, new Set([resource]));
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.tell(cluster);
    }, QUIET_MS);
    timer.unref();
    this.timers.add(timer);
  }

  stop(): void {
    this.timers.forEach(clearTimeout);
  }

  private tell(cluster: string): void {
    const { signals, logger } = this.options;
    const message: ClusterChange = {
      cluster,
      resources: [...this.collected.get(cluster)!].sort(),
    };
    this.collected.delete(cluster);
    signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: CLUSTERS_CHANNEL,
        message,
      })
      .catch(error =>
        logger.debug('A change of a cluster could not be signalled', error),
      );
  }
}
