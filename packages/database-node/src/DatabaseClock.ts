import type { Knex } from 'knex';
import { isPostgres } from './isPostgres';

/**
 * The clock of the database, carried on by the machine's own between two looks at it.
 *
 * Replicas tell by it whose lease is over. By clocks of their own, one that goes ten minutes fast would take over what
 * another is just working on, and both would write. What elapses is measured by a clock that nobody sets.
 */
export class DatabaseClock {
  private base = Date.now();
  private at = performance.now();

  /** A clock that has looked once. */
  static async create(options: { knex: Knex }): Promise<DatabaseClock> {
    const clock = new DatabaseClock(options.knex);
    await clock.sync();
    return clock;
  }

  private constructor(private readonly knex: Knex) {}

  now(): Date {
    return new Date(Math.round(this.base + performance.now() - this.at));
  }

  /** Looks again; throws when the database does not answer. */
  async sync(): Promise<void> {
    const asked = performance.now();
    const base = await this.read();
    this.at = (asked + performance.now()) / 2;
    this.base = base;
  }

  /** SQLite is a file of this machine: whoever shares it shares the clock. */
  private async read(): Promise<number> {
    if (!isPostgres(this.knex)) return Date.now();
    const { rows } = await this.knex.raw('select clock_timestamp() as now');
    return new Date(rows[0].now).getTime();
  }
}
