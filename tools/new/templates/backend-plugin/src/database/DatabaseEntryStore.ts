import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { applyRowFilter, type RowFilter } from '@caas/contract-node';
import type { Knex } from 'knex';
import { nameTakenSentence, type Entry } from '../domain/entry';
import type { EntryStore } from './EntryStore';
import type { DbEntryRow } from './tables';

const COLUMNS = { tenant: 'tenant' };

export class DatabaseEntryStore implements EntryStore {
  static create(options: { knex: Knex }): DatabaseEntryStore {
    return new DatabaseEntryStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async insert(entry: Entry) {
    try {
      await this.rows().insert({
        id: entry.id,
        tenant: entry.tenant,
        name: entry.name,
        created_by: entry.createdBy,
        created_at: entry.createdAt,
      });
    } catch (error) {
      // The unique index decides between two that come at once.
      if (!isDatabaseConflictError(error)) throw error;
      throw new ConflictError(nameTakenSentence(entry));
    }
  }

  async find(id: string) {
    const row = await this.rows().where({ id }).first();
    return row && toEntry(row);
  }

  async listByIds(ids: string[]) {
    const rows = await this.rows().whereIn('id', ids);
    return rows.map(toEntry);
  }

  async list(page: { filter: RowFilter; limit: number; offset: number }) {
    const [{ count }] = await applyRowFilter(
      this.knex('entries').count({ count: '*' }),
      page.filter,
      COLUMNS,
    );
    const rows: DbEntryRow[] = await applyRowFilter(
      this.knex('entries').select(),
      page.filter,
      COLUMNS,
    )
      // The id makes the order total, so that entries of one millisecond keep their places from page to page.
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(page.limit)
      .offset(page.offset);
    return { items: rows.map(toEntry), totalCount: Number(count) };
  }

  private rows() {
    return this.knex<DbEntryRow>('entries');
  }
}

function toEntry(row: DbEntryRow): Entry {
  return {
    id: row.id,
    tenant: row.tenant,
    name: row.name,
    createdBy: row.created_by,
    createdAt: row.created_at,
  };
}
