import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  EXECUTION_PROGRESS_TOPIC,
  type ExecutionProgress,
} from '@caas/plugin-approvals-common';

/**
 * Tells the desk that the execution of a request has moved, so that it asks now and not when it would have asked next.
 *
 * @remarks
 * A hint: the desk also asks by itself, the more seldom the longer it takes. A domain that never tells is asked all the same.
 *
 * @public
 */
export class ExecutionProgressAnnouncer {
  /** The announcer of a domain. */
  static create(options: {
    events: EventsService;
    logger: LoggerService;
  }): ExecutionProgressAnnouncer {
    return new ExecutionProgressAnnouncer(options.events, options.logger);
  }

  private constructor(
    private readonly events: EventsService,
    private readonly logger: LoggerService,
  ) {}

  /** Never throws: nothing depends on being heard. */
  async announce(requestId: string): Promise<void> {
    const eventPayload: ExecutionProgress = { requestId };
    try {
      await this.events.publish({
        topic: EXECUTION_PROGRESS_TOPIC,
        eventPayload,
      });
    } catch (error) {
      this.logger.warn(
        `The desk could not be told that request '${requestId}' has moved; it sees that when it next asks`,
        error as Error,
      );
    }
  }
}
