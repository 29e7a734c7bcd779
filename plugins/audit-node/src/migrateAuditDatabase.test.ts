import { TestDatabases } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import createKnex from 'knex';
import { migrateAuditDatabase } from './migrateAuditDatabase';
import { AUDIT_EVENTS_TABLE } from './tables';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const row = {
  id: 'a',
  plugin_id: 'tenancy',
  event_id: 'request-submit',
  severity: 'medium',
  outcome: 'started',
  facts: '{}',
  started_at: '2026-11-21T08:00:00.000Z',
};

describe.each(databases.eachSupportedId())('audit_events on %p', id => {
  it('goes up, twice without harm, and down', async () => {
    const knex = await databases.init(id);
    await migrateAuditDatabase(knex);
    await migrateAuditDatabase(knex);
    await knex(AUDIT_EVENTS_TABLE).insert(row);
    await knex.migrate.rollback({
      directory: resolvePackagePath('@caas/plugin-audit-node', 'migrations'),
    });
    await expect(knex.schema.hasTable(AUDIT_EVENTS_TABLE)).resolves.toBe(false);
  });

  it.each([
    ['an unknown outcome', { outcome: 'perhaps' }],
    ['an unknown severity', { severity: 'extreme' }],
    ['no start', { started_at: null }],
    ['no plugin', { plugin_id: null }],
  ])('refuses %s', async (_what, change) => {
    const knex = await databases.init(id);
    await migrateAuditDatabase(knex);
    await expect(
      knex(AUDIT_EVENTS_TABLE).insert({ ...row, ...change }),
    ).rejects.toThrow(/constraint/i);
  });
});

if (databases.supports('POSTGRES_15')) {
  it('lets replicas that start at once take turns', async () => {
    const knex = await databases.init('POSTGRES_15');
    const replicas = Array.from({ length: 6 }, () =>
      createKnex({ ...knex.client.config, pool: { min: 0, max: 2 } }),
    );
    try {
      await Promise.all(replicas.map(migrateAuditDatabase));
      await knex(AUDIT_EVENTS_TABLE).insert(row);
      await expect(knex(AUDIT_EVENTS_TABLE)).resolves.toHaveLength(1);
    } finally {
      await Promise.all(replicas.map(replica => replica.destroy()));
    }
  });
}
