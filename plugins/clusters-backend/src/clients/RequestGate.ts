import { setTimeout as waitFor } from 'node:timers/promises';
import {
  ClusterUnavailableError,
  type ClusterTrouble,
} from './KubernetesClient';

/** As many requests as are under way on one cluster at once, besides watches: each has a connection of its own. */
const AT_ONCE = 5;
/** A cluster in trouble is asked 8 times a second at most, whoever asks. */
const CAREFUL_MS = 125;
/** As many answers in a row end the care: fewer would come by chance while a third of all requests fail. */
const ANSWERS_UNTIL_TRUST = 10;
/** Who comes that much before the next turn is told at once that the cluster does not answer. */
const PATIENCE_MS = 2_000;
const SILENT_FIRST_MS = 500;
const SILENT_MAX_MS = 5_000;
const BUSY_FIRST_MS = 1_000;
const BUSY_MAX_MS = 10_000;
/** A token does not mend itself. */
const TOKEN_MS = 60_000;
/** A `Retry-After` beyond this is a mistake of somebody in between. */
const RETRY_AFTER_MAX_MS = 5 * 60_000;

type Options = {
  /** Milliseconds that only grow. */
  now?(): number;
  wait?(milliseconds: number): Promise<void>;
};

/**
 * Lets requests to one cluster through: some at once while it is well, one by one while it is in trouble, and none at all
 * for as long as it asked to be left alone.
 *
 * Everything that the portal asks of a cluster passes here, so that what a cluster in trouble meets is bounded, however
 * many apply sets, views and people wait for it: a pause of each alone would still be hundreds of requests together.
 *
 * - It answers 5xx, now and then or always: at most 8 requests a second, until 10 in a row were answered.
 * - It is silent (no connection, no answer in time): no request for half a second, growing to 5 s; then one.
 * - It is busy (429, or 5xx with `Retry-After`): no request before the time it names, or for a second, growing to 10 s.
 * - It does not accept the token: no request for a minute.
 *
 * Who must not ask gets the last error again, at once.
 */
export class RequestGate {
  private running = 0;
  private readonly queue: (() => void)[] = [];
  private failures = 0;
  private answers = 0;
  private nextAt = 0;
  private lastError?: ClusterUnavailableError;

  constructor(private readonly options: Options = {}) {}

  /** Does the work when its turn comes. Only a `ClusterUnavailableError` speaks of the cluster itself. */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    const failuresBefore = this.failures;
    try {
      const result = await work();
      this.onAnswer();
      return result;
    } catch (error) {
      if (error instanceof ClusterUnavailableError) {
        this.onTrouble(error, failuresBefore);
      } else {
        this.onAnswer();
      }
      throw error;
    } finally {
      this.leave();
    }
  }

  private async enter(): Promise<void> {
    this.refuseWhileClosed();
    if (this.running >= this.width) {
      await new Promise<void>(resolve => {
        this.queue.push(resolve);
      });
    } else {
      this.running += 1;
    }
    try {
      this.refuseWhileClosed();
      const pause = this.nextAt - this.now();
      if (this.failures > 0) {
        this.nextAt = Math.max(this.nextAt, this.now()) + CAREFUL_MS;
        if (pause > 0) await this.wait(pause);
      }
    } catch (error) {
      this.leave();
      throw error;
    }
  }

  /** The place goes to who waits longest; in trouble, places close until one is left. */
  private leave(): void {
    if (this.running > this.width) {
      this.running -= 1;
      return;
    }
    const next = this.queue.shift();
    if (next) next();
    else this.running -= 1;
    while (this.running < this.width && this.queue.length > 0) {
      this.running += 1;
      this.queue.shift()!();
    }
  }

  private get width(): number {
    return this.failures > 0 ? 1 : AT_ONCE;
  }

  private refuseWhileClosed(): void {
    if (this.failures === 0 || !this.lastError) return;
    if (this.nextAt - this.now() <= PATIENCE_MS) return;
    throw this.lastError.again();
  }

  private onAnswer(): void {
    this.answers += 1;
    if (this.answers >= ANSWERS_UNTIL_TRUST) this.failures = 0;
  }

  private onTrouble(
    error: ClusterUnavailableError,
    failuresBefore: number,
  ): void {
    const { trouble } = error;
    if (trouble.kind === 'passing') {
      this.onAnswer();
      return;
    }
    this.answers = 0;
    this.lastError = error;
    // Requests that were under way together failed together: that is one failure, not five.
    this.failures = Math.max(this.failures, failuresBefore + 1);
    this.nextAt = Math.max(
      this.nextAt,
      this.now() + Math.max(pauseAfter(trouble, this.failures), CAREFUL_MS),
    );
  }

  private now(): number {
    return this.options.now?.() ?? performance.now();
  }

  private wait(milliseconds: number): Promise<void> {
    return (this.options.wait ?? waitFor)(milliseconds);
  }
}

function pauseAfter(
  { kind, retryAfterSeconds }: ClusterTrouble,
  failures: number,
): number {
  if (retryAfterSeconds !== undefined) {
    return Math.min(retryAfterSeconds * 1000, RETRY_AFTER_MAX_MS);
  }
  const growth = 2 ** (failures - 1);
  switch (kind) {
    case 'token':
      return TOKEN_MS;
    case 'busy':
      return Math.min(BUSY_FIRST_MS * growth, BUSY_MAX_MS);
    case 'silent':
      return Math.min(SILENT_FIRST_MS * growth, SILENT_MAX_MS);
    default:
      return 0;
  }
}
