import type { Knex } from 'knex';
import type { DelegationRecord } from '../domain/delegation';
import type { DelegationStore } from './DelegationStore';
import { createDelegation } from './operations/createDelegation';
import type { DbDelegationRow } from './tables';

export class DatabaseDelegationStore implements DelegationStore {
  static create(options: { knex: Knex }): DatabaseDelegationStore {
    return new DatabaseDelegationStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  create(delegation: DelegationRecord) {
    return createDelegation(this.knex, delegation);
  }

  async find(id: string) {
    const row = await this.rows().where({ id }).first();
    return row && delegationOfRow(row);
  }

  async list(
    person: string,
    { limit, offset }: { limit: number; offset: number },
  ) {
    const matching = () =>
      this.rows().where(either =>
        either.where({ delegator: person }).orWhere({ delegate: person }),
      );
    const [{ count }] = await matching().count<
      Array<{ count: number | string }>
    >({ count: '*' });
    const rows = await matching()
      .orderBy([
        { column: 'starts_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit)
      .offset(offset);
    return { items: rows.map(delegationOfRow), totalCount: Number(count) };
  }

  async revoke(id: string, by: string, now: Date) {
    await this.rows()
      .where({ id })
      .whereNull('revoked_at')
      .update({ revoked_at: now.toISOString(), revoked_by: by });
  }

  private rows() {
    return this.knex<DbDelegationRow>('delegations');
  }
}

function delegationOfRow(row: DbDelegationRow): DelegationRecord {
  return {
    id: row.id,
    delegator: row.delegator,
    delegate: row.delegate,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    reason: row.reason,
    createdAt: row.created_at,
    revokedAt: row.revoked_at ?? undefined,
  };
}
