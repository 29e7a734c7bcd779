import { TestDatabases } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import type { MetricsServiceObservableCallback } from '@backstage/backend-plugin-api/alpha';
import type { Knex } from 'knex';
import { measureQueue } from './measureQueue';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const NOW = new Date('2026-11-21T10:00:00.000Z');
const secondsAgo = (seconds: number) =>
  new Date(NOW.getTime() - seconds * 1000).toISOString();

/** What Prometheus would read. */
function startMetrics(knex: Knex) {
  const callbacks = new Map<string, MetricsServiceObservableCallback>();
  const metrics = metricsServiceMock.mock({
    createObservableGauge: name => ({
      addCallback: callback => void callbacks.set(name, callback),
      removeCallback: () => {},
    }),
  });
  measureQueue({ knex, table: 'jobs', metrics, clock: { now: () => NOW } });
  return async () => {
    const seen: Record<string, unknown> = {};
    await Promise.all(
      [...callbacks].map(([name, callback]) =>
        callback({
          observe: (value, attributes) => {
            seen[name] = { value, ...attributes };
          },
        }),
      ),
    );
    return seen;
  };
}

describe.each(databases.eachSupportedId())('measureQueue on %p', id => {
  it('tells what is due, what fails and since when, with one statement', async () => {
    const knex = await databases.init(id);
    await knex.schema.createTable('jobs', table => {
      table.text('next_run_at').notNullable();
      table.text('last_error');
    });
    const read = startMetrics(knex);
    expect(await read()).toEqual({
      'caas.queue.due': { value: 0, queue: 'jobs' },
      'caas.queue.failing': { value: 0, queue: 'jobs' },
      'caas.queue.oldest_due.age': { value: 0, queue: 'jobs' },
    });

    await knex('jobs').insert([{ next_run_at: secondsAgo(-30) }]);
    expect(await read()).toMatchObject({
      'caas.queue.due': { value: 0 },
      'caas.queue.oldest_due.age': { value: 0 },
    });

    await knex('jobs').insert([
      { next_run_at: secondsAgo(90), last_error: 'refused' },
      { next_run_at: secondsAgo(0) },
      { next_run_at: secondsAgo(-5), last_error: 'refused' },
    ]);
    let statements = 0;
    knex.on('query', () => {
      statements += 1;
    });
    expect(await read()).toMatchObject({
      'caas.queue.due': { value: 2 },
      'caas.queue.failing': { value: 2 },
      'caas.queue.oldest_due.age': { value: 90 },
    });
    expect(statements).toBe(1);
  });
});
