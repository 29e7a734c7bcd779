import {
  ClusterRefusedError,
  NotOnClusterError,
  type KubernetesClient,
} from '../../clients/KubernetesClient';
import type { Clock } from '../../domain/Clock';
import { pause } from '../pause';
import { readUsage, type Usage } from './readUsage';

/** Metrics servers measure about this often. */
const POLL_MS = 30_000;
/** While the cluster does not answer, the first figures should not be long behind it. */
const RETRY_MS = 5_000;
/** What a cluster refuses is asked for again after this: a metrics server may be installed. */
const REFUSED_MS = 5 * 60_000;
/** Older figures would be taken for the present. */
const STALE_MS = 3 * POLL_MS;

type Options = {
  cluster: string;
  client: KubernetesClient;
  clock: Clock;
  onChanged(): void;
  /** For tests: how to wait. */
  wait?(milliseconds: number, signal: AbortSignal): Promise<void>;
};

/**
 * What nodes and pods of a cluster use, asked for every half minute: metrics cannot be watched.
 *
 * A cluster without metrics is a gap in its view, and no outage.
 */
export class UsageView {
  private last?: { usage: Usage; at: number };
  private missing?: string;

  constructor(private readonly options: Options) {}

  /** Nothing while it is not known. */
  get seen(): Usage | undefined {
    return this.last?.usage;
  }

  /** Why nothing is known, in a sentence. */
  get gap(): string | undefined {
    return this.last ? undefined : this.missing;
  }

  /** Polls until the signal aborts; never throws. */
  async follow(signal: AbortSignal): Promise<void> {
    const { wait = pause } = this.options;
    while (!signal.aborted) await wait(await this.poll(signal), signal);
  }

  /** Asks once, and answers how long to wait before the next time. */
  private async poll(signal: AbortSignal): Promise<number> {
    const { client, clock, onChanged } = this.options;
    try {
      const usage = await readUsage(client, signal);
      this.last = { usage, at: clock.now().getTime() };
      this.missing = undefined;
      onChanged();
      return POLL_MS;
    } catch (error) {
      if (signal.aborted) return 0;
      return this.onError(error as Error);
    }
  }

  private onError(error: Error): number {
    const { clock, cluster, onChanged } = this.options;
    const isRefused = error instanceof ClusterRefusedError;
    const age = clock.now().getTime() - (this.last?.at ?? 0);
    if (this.last && (isRefused || age >= STALE_MS)) {
      this.last = undefined;
      onChanged();
    }
    const why =
      error instanceof NotOnClusterError
        ? `Cluster '${cluster}' has no metrics server`
        : error.message;
    this.missing = `${why}. What pods and nodes use is not known; only what pods have asked for is shown.`;
    return isRefused ? REFUSED_MS : RETRY_MS;
  }
}
