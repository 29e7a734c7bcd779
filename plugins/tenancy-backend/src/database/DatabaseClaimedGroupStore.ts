import { isPostgres } from '@caas/database-node';
import type { Knex } from 'knex';
import type { ClaimedGroupStore } from './ClaimedGroupStore';
import type { DbClaimedGroupRow, DbGroupClaimRow } from './tables';

export class DatabaseClaimedGroupStore implements ClaimedGroupStore {
  static create(options: { knex: Knex }): DatabaseClaimedGroupStore {
    return new DatabaseClaimedGroupStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async record(user: string, groups: string[], now: Date): Promise<void> {
    await this.knex.transaction(async tx => {
      // Holds the lock of the person's row until the end, also when another sign-in made it just now.
      await tx<DbGroupClaimRow>('group_claims')
        .insert({ user_ref: user, seen_at: now.toISOString() })
        .onConflict('user_ref')
        .merge();
      await tx<DbClaimedGroupRow>('claimed_groups')
        .where('user_ref', user)
        .delete();
      const rows = [...new Set(groups)].map(group => ({
        user_ref: user,
        group_name: group,
      }));
      await tx.batchInsert('claimed_groups', rows, 100);
    });
  }

  async listGroupsOf(user: string, since: Date): Promise<string[]> {
    const rows = await this.claimedSince(since)
      .where('claimed_groups.user_ref', user)
      .orderBy('claimed_groups.group_name')
      .select('claimed_groups.group_name');
    return rows.map(row => row.group_name);
  }

  async listMembers(groups: string[], since: Date): Promise<string[]> {
    const rows = await this.claimedSince(since)
      .whereIn('claimed_groups.group_name', groups)
      .orderBy('claimed_groups.user_ref')
      .distinct('claimed_groups.user_ref');
    return rows.map(row => row.user_ref);
  }

  async forgetBefore(time: Date): Promise<void> {
    await this.knex.transaction(async tx => {
      const stale = await tx<DbGroupClaimRow>('group_claims')
        .where('seen_at', '<', time.toISOString())
        .orderBy('user_ref')
        .limit(500)
        .modify(query => {
          if (isPostgres(tx)) query.forUpdate().skipLocked();
        })
        .pluck('user_ref');
      await tx('claimed_groups').whereIn('user_ref', stale).delete();
      await tx('group_claims').whereIn('user_ref', stale).delete();
    });
  }

  private claimedSince(since: Date) {
    return this.knex<DbClaimedGroupRow>('claimed_groups')
      .join('group_claims', 'group_claims.user_ref', 'claimed_groups.user_ref')
      .where('group_claims.seen_at', '>=', since.toISOString());
  }
}
