import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  TENANCY_CHANGED_TOPIC,
  TENANCY_CHANNEL,
} from '@caas/plugin-tenancy-common';
import type { ChangeAnnouncer } from './ChangeAnnouncer';

/** Tells the browsers of those who may see the tenant, and the catalog. */
export class SignalsChangeAnnouncer implements ChangeAnnouncer {
  static create(options: {
    signals: SignalsService;
    events: EventsService;
    logger: LoggerService;
    /** Who hears of a tenant: nobody else learns that it exists. */
    listAudience: (tenant: string) => Promise<string[]>;
  }): SignalsChangeAnnouncer {
    return new SignalsChangeAnnouncer(options);
  }

  private constructor(
    private readonly options: Parameters<
      typeof SignalsChangeAnnouncer.create
    >[0],
  ) {}

  /** Never throws: the change itself is stored, and every screen and the catalog also look by themselves. */
  async announce(tenant: string): Promise<void> {
    const { signals, events, logger, listAudience } = this.options;
    try {
      await events.publish({
        topic: TENANCY_CHANGED_TOPIC,
        eventPayload: { tenant },
      });
      const entityRef = await listAudience(tenant);
      if (entityRef.length === 0) return;
      await signals.publish({
        recipients: { type: 'user', entityRef },
        channel: TENANCY_CHANNEL,
        message: { tenant },
      });
    } catch (error) {
      logger.warn(
        `A change of tenant '${tenant}' could not be announced; screens show it when they next look`,
        error as Error,
      );
    }
  }
}
