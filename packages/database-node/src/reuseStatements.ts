import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import { isPostgres } from './isPostgres';

/** How many statements a connection keeps: more than a plugin has, less than lists of every length could make. */
const KEPT = 500;

/** What a connection of better-sqlite3 is here. */
type Connection = { prepare(sql: string): object };

const reusing = new WeakSet<Connection>();

/**
 * Lets the connections to SQLite run a statement again that they have prepared before; PostgreSQL needs none of this.
 *
 * @remarks
 * Knex prepares every statement anew. Each leaves some kilobytes outside V8's heap that stay until a full collection, which
 * V8 sees no reason for: a busy process grows by gigabytes, and preparing is most of what a small statement costs. Knex has
 * no setting for it. SQLite prepares a kept statement again by itself when the tables have changed.
 */
export function reuseStatements(knex: Knex): void {
  if (isPostgres(knex)) return;
  knex.client.pool.on(
    'acquireSuccess',
    (_event: number, connection: Connection) => {
      if (reusing.has(connection)) return;
      reusing.add(connection);
      const prepare = connection.prepare.bind(connection);
      const kept = new LRUCache<string, object>({
        max: KEPT,
        memoMethod: sql => prepare(sql),
      });
      connection.prepare = sql => kept.memo(sql);
    },
  );
}
