import { NotAllowedError } from '@backstage/errors';
import type { ClaimedGroupStore } from '../database/ClaimedGroupStore';
import type { Clock } from '../domain/Clock';
import { groupsOf, type GroupRole } from '../domain/groupRoles';

/** The one caller that has looked at the person's token. */
const SIGN_IN = 'plugin:auth';

type Options = {
  store: ClaimedGroupStore;
  groupRoles: GroupRole[];
  countForMilliseconds: number;
  clock: Clock;
};

/**
 * The groups that people's sign-ins claim.
 *
 * @remarks
 * A sign-in is the only time when the portal hears of them, so they are taken down, as a whole, at each sign-in and each
 * renewal of a session, and count for a limited time: a group that is taken away ceases to count with the next renewal,
 * and at the latest when that time is over. Only groups that give a role are kept; the others are nobody's business.
 */
export class ClaimedGroups {
  static create(options: Options): ClaimedGroups {
    return new ClaimedGroups(options);
  }

  private constructor(private readonly options: Options) {}

  /** Answers the groups that were taken down. */
  async record(
    user: string,
    claimed: string[],
    caller: string | undefined,
  ): Promise<string[]> {
    if (caller !== SIGN_IN) {
      throw new NotAllowedError(
        `Only the sign-in knows what groups '${user}' claims, not '${caller}'. Sign in again to have them taken down`,
      );
    }
    const { store, groupRoles, clock } = this.options;
    const groups = groupsOf(groupRoles).claim.filter(group =>
      claimed.includes(group),
    );
    await store.record(user, groups, clock.now());
    return groups;
  }

  async listOf(user: string): Promise<string[]> {
    return this.options.store.listGroupsOf(user, this.countingSince());
  }

  async listMembers(groups: readonly string[]): Promise<string[]> {
    if (groups.length === 0) return [];
    return this.options.store.listMembers([...groups], this.countingSince());
  }

  /** Removes what has stopped counting. */
  async forgetStale(): Promise<void> {
    await this.options.store.forgetBefore(this.countingSince());
  }

  private countingSince(): Date {
    const { clock, countForMilliseconds } = this.options;
    return new Date(clock.now().getTime() - countForMilliseconds);
  }
}
