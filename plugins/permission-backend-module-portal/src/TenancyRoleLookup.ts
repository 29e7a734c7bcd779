import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Memberships } from '@caas/plugin-tenancy-common';
import { NO_ROLES, type RoleLookup, type Roles } from './RoleLookup';

/**
 * How long an answer is used again; a page asks dozens of times. Tenancy says when roles change in the portal; a role that
 * is taken away elsewhere, in the catalog or at the sign-in, is gone after this.
 */
const FRESH_MILLISECONDS = 2_000;

/** A tenancy that hangs must not hang everything else. */
const TIMEOUT_MILLISECONDS = 3_000;

/** More people than are active within two seconds; beyond it, old answers are swept. */
const MAX_REMEMBERED = 1_000;

type Options = {
  getMemberships: (user: string, signal: AbortSignal) => Promise<Memberships>;
  logger: LoggerService;
  clock: () => Date;
  timeoutMilliseconds?: number;
};

/**
 * Asks tenancy for roles, at most once per person in two seconds.
 *
 * @remarks
 * The failure of tenancy is "no roles": what everybody may do goes on, everything else is denied, and the log says why.
 * A failure is remembered like an answer, so that an outage costs one call and one line per person in two seconds.
 */
export class TenancyRoleLookup implements RoleLookup {
  private readonly remembered = new Map<
    string,
    { roles: Promise<Roles>; until: number }
  >();

  constructor(private readonly options: Options) {}

  rolesOf(userRef: string): Promise<Roles> {
    const now = this.options.clock().getTime();
    const known = this.remembered.get(userRef);
    if (known && now < known.until) return known.roles;
    if (this.remembered.size >= MAX_REMEMBERED) this.forgetStale(now);
    const roles = this.ask(userRef);
    this.remembered.set(userRef, { roles, until: now + FRESH_MILLISECONDS });
    return roles;
  }

  /** Forgets everything: somebody's roles have changed, and the next question shall know. */
  forget(): void {
    this.remembered.clear();
  }

  private async ask(userRef: string): Promise<Roles> {
    const { getMemberships, logger, timeoutMilliseconds } = this.options;
    try {
      return await getMemberships(
        userRef,
        AbortSignal.timeout(timeoutMilliseconds ?? TIMEOUT_MILLISECONDS),
      );
    } catch (error) {
      logger.warn(
        `The roles of '${userRef}' are unknown, so everything that needs a role is denied: tenancy did not answer`,
        error as Error,
      );
      return NO_ROLES;
    }
  }

  private forgetStale(now: number): void {
    for (const [userRef, { until }] of this.remembered) {
      if (until <= now) this.remembered.delete(userRef);
    }
  }
}
