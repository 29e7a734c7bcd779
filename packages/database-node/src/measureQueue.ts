import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { Knex } from 'knex';

type Row = { due: number | string; failing: number | string; oldest?: string };

/**
 * Shows how far the workers of a queue are behind, whenever somebody reads the metrics.
 *
 * @remarks
 * A queue is a table with `next_run_at` (ISO 8601, due time and end of the lease) and `last_error`. Replicas share it, so
 * each of them shows the same numbers: take the greatest, not the sum. Where nobody reads metrics nothing is asked.
 *
 * @public
 */
export function measureQueue(options: {
  knex: Knex;
  table: string;
  metrics: MetricsService;
  clock: { now(): Date };
}): void {
  const { knex, table, metrics, clock } = options;

  const read = async () => {
    const now = clock.now();
    const row: Row = await knex(table).first(
      knex.raw('count(case when next_run_at <= ? then 1 end) as due', [
        now.toISOString(),
      ]),
      knex.raw('count(last_error) as failing'),
      knex.raw('min(next_run_at) as oldest'),
    );
    const oldestAt = row.oldest ? Date.parse(row.oldest) : now.getTime();
    return {
      due: Number(row.due),
      failing: Number(row.failing),
      age: Math.max(0, now.getTime() - oldestAt) / 1000,
    };
  };
  // One statement for the three instruments, which are asked side by side.
  let reading: ReturnType<typeof read> | undefined;
  const readOnce = () => {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  };

  const show = (
    name: string,
    unit: string,
    description: string,
    pick: (numbers: Awaited<ReturnType<typeof read>>) => number,
  ) =>
    metrics
      .createObservableGauge(name, { unit, description })
      .addCallback(async result =>
        result.observe(pick(await readOnce()), { queue: table }),
      );
  show(
    'caas.queue.due',
    '{row}',
    'Rows that are due and wait for a worker',
    ({ due }) => due,
  );
  show(
    'caas.queue.failing',
    '{row}',
    'Rows whose last attempt failed',
    ({ failing }) => failing,
  );
  show(
    'caas.queue.oldest_due.age',
    's',
    'For how long the oldest row that is due has been due',
    ({ age }) => age,
  );
}
