import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  TENANCY_CHANGED_TOPIC,
  TENANCY_CHANNEL,
  TENANCY_ROLES_CHANGED_TOPIC,
} from '@caas/plugin-tenancy-common';
import { restAfterWork } from '@caas/runtime-node/pacing';
import type { ChangeAnnouncer, RolesAnnouncer } from './ChangeAnnouncer';

/**
 * Tells the browsers of those who may see the tenant, and the catalog.
 *
 * The first change of a tenant is told at once. Hundreds of its namespaces may become ready in a minute, so there is a rest
 * then: what changes in it is told once, at its end.
 */
export class SignalsChangeAnnouncer implements ChangeAnnouncer, RolesAnnouncer {
  static create(options: {
    signals: SignalsService;
    events: EventsService;
    logger: LoggerService;
    /** Who hears of a tenant: nobody else learns that it exists. */
    listAudience: (tenant: string) => Promise<string[]>;
  }): SignalsChangeAnnouncer {
    return new SignalsChangeAnnouncer(options);
  }

  /** Tenants that are being told of or were a moment ago, and whether they have changed since. */
  private readonly told = new Map<string, { hasChanged: boolean }>();

  private constructor(
    private readonly options: Parameters<
      typeof SignalsChangeAnnouncer.create
    >[0],
  ) {}

  /** Never throws: whoever remembers roles does so for seconds only. */
  async announceRoles(tenant: string): Promise<void> {
    const { events, logger } = this.options;
    try {
      await events.publish({
        topic: TENANCY_ROLES_CHANGED_TOPIC,
        eventPayload: { tenant },
      });
    } catch (error) {
      logger.warn(
        `A change of roles in tenant '${tenant}' could not be announced; it counts within seconds`,
        error as Error,
      );
    }
  }

  /** Never throws: the change itself is stored, and every screen and the catalog also look by themselves. */
  async announce(tenant: string): Promise<void> {
    const before = this.told.get(tenant);
    if (before) {
      before.hasChanged = true;
      return;
    }
    const current = { hasChanged: false };
    this.told.set(tenant, current);
    const begun = performance.now();
    await this.tell(tenant);
    void restAfterWork(begun).then(() => {
      this.told.delete(tenant);
      if (current.hasChanged) void this.announce(tenant);
    });
  }

  private async tell(tenant: string): Promise<void> {
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
