import { ConflictError } from '@backstage/errors';
import { withChinese } from '@caas/contract';
import { isPostgres } from '@caas/database-node';
import type { Knex } from 'knex';
import type { DelegationRecord } from '../../domain/delegation';
import type { DbDelegationRow } from '../tables';

/**
 * Stores a delegation, if nobody else stands in for the delegator during a part of it, and if the delegate has no delegate
 * of their own then: what is delegated is not passed on, so it would reach nobody.
 *
 * Two at once: there is no row yet that they could lock. On PostgreSQL both wait for one advisory lock of this table, which
 * ends with the transaction; delegations are made so seldom that one lock for all does. SQLite has one writer at a time.
 */
export async function createDelegation(
  knex: Knex,
  delegation: DelegationRecord,
): Promise<void> {
  const { delegator, delegate, startsAt, endsAt } = delegation;
  await knex.transaction(async tx => {
    if (isPostgres(tx)) {
      await tx.raw(
        "select pg_advisory_xact_lock(hashtext('approvals.delegations'))",
      );
    }
    const overlapping = (person: string) =>
      tx<DbDelegationRow>('delegations')
        .where({ delegator: person })
        .whereNull('revoked_at')
        .where('starts_at', '<', endsAt)
        .where('ends_at', '>', startsAt)
        .first();
    const own = await overlapping(delegator);
    if (own) {
      throw withChinese(
        new ConflictError(
          `'${own.delegate}' stands in for you from '${own.starts_at}' to '${own.ends_at}' already. Revoke that first, or choose another period`,
        ),
        `您在这段时间已委托“${own.delegate}”代为审批。请先撤销该委托，或选择其他时间`,
      );
    }
    const away = await overlapping(delegate);
    if (away) {
      throw withChinese(
        new ConflictError(
          `'${delegate}' is away from '${away.starts_at}' to '${away.ends_at}' and has a delegate, to whom your decisions would not be passed on. Choose somebody else`,
        ),
        `“${delegate}”在这段时间也委托了他人，您的审批不会再转给其代理人。请选择其他人`,
      );
    }
    await tx<DbDelegationRow>('delegations').insert({
      id: delegation.id,
      delegator,
      delegate,
      starts_at: startsAt,
      ends_at: endsAt,
      reason: delegation.reason,
      created_at: delegation.createdAt,
      revoked_at: null,
      revoked_by: null,
    });
  });
}
