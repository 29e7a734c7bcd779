import type { Knex } from 'knex';
import { readFileSync } from 'node:fs';

/** Milliseconds that the processes of PostgreSQL have worked for this database; it runs on this machine, which is Linux. */
export async function cpuOfBackends(knex: Knex): Promise<number> {
  const { rows } = await knex.raw<{ rows: Array<{ pid: number }> }>(
    'select pid from pg_stat_activity where datname = current_database()',
  );
  // The first number of `schedstat` are the nanoseconds on a processor.
  const nanoseconds = rows.map(({ pid }) =>
    Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]),
  );
  return nanoseconds.reduce((sum, each) => sum + each, 0) / 1e6;
}
