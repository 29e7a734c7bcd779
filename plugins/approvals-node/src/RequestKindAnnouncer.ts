import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ContractClient } from '@caas/contract';
import type {
  ApprovalsContract,
  RequestKind,
} from '@caas/plugin-approvals-common';

/** The desk may have been given another database since it heard us. */
const REPEAT_MINUTES = 5;
const ANSWER_WITHIN_MS = 5000;
/** Errors with which the desk says that it has understood, and does not agree. */
const REFUSALS = ['InputError', 'ConflictError', 'NotAllowedError'];

type Options = {
  desk: ContractClient<Pick<ApprovalsContract, 'providers'>>;
  pluginId: string;
  kinds: Array<Omit<RequestKind, 'pluginId'>>;
  clock: { now(): Date };
  logger: LoggerService;
};

/**
 * Says at the desk which kinds of request a domain has, until the desk has heard it, and now and then after that.
 *
 * Level-triggered: it may be asked as often as one likes, and does nothing while nothing is due.
 */
export class RequestKindAnnouncer {
  static create(options: Options): RequestKindAnnouncer {
    return new RequestKindAnnouncer(options);
  }

  private repeatAt = 0;
  private refusal?: string;

  private constructor(private readonly options: Options) {}

  /** Never throws: the desk may start later than the domain, and the domain runs without it. */
  async announceWhenDue(): Promise<void> {
    const { desk, pluginId, kinds, clock } = this.options;
    const now = clock.now().getTime();
    if (now < this.repeatAt) return;
    try {
      await desk.providers.announce(
        { pluginId, kinds },
        { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) },
      );
      this.repeatAt = now + REPEAT_MINUTES * 60_000;
      this.refusal = undefined;
    } catch (error) {
      this.explain(error as Error);
    }
  }

  /** A desk that does not answer yet is as it should be at start-up; one that refuses is for a person, once. */
  private explain({ name, message }: Error): void {
    const { logger, pluginId } = this.options;
    if (!REFUSALS.includes(name)) {
      logger.debug(
        `Approvals has not heard the request kinds of '${pluginId}' yet: ${message}`,
      );
    } else if (message !== this.refusal) {
      this.refusal = message;
      logger.error(
        `Approvals refuses the request kinds of '${pluginId}', so nobody can ask for them: ${message}`,
      );
    }
  }
}
