import { TestDatabases } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
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
