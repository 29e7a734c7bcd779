import { TestDatabases } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { AUDIT_EVENTS_TABLE } from './tables';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const directory = resolvePackagePath('@caas/plugin-audit-node', 'migrations');
const MIGRATION = '20261122043000_add_tenant.js';

const row = (id: string, pluginId: string, eventId: string, facts: string) => ({
  id,
  plugin_id: pluginId,
  event_id: eventId,
  severity: 'high',
  outcome: 'succeeded',
  facts,
  started_at: '2026-11-21T08:00:00.000Z',
});
const noted = (facts: object) => JSON.stringify(facts);

describe.each(databases.eachSupportedId())('the tenant of events on %p', id => {
  it('is found for those that were there, and goes again', async () => {
    const knex = await databases.init(id);
    // Up to the one before it.
    await knex.migrate.up({
      directory,
      name: '20261121094000_create_audit_events.js',
    });
    await knex(AUDIT_EVENTS_TABLE).insert([
      row('a', 'clusters', 'apply-set-put', noted({ tenant: 'life' })),
      row('b', 'tenancy', 'tenant-create', noted({ code: 'property' })),
      row('c', 'tenancy', 'member-add', noted({ code: 'life', user: 'x' })),
      // The code of a department is not that of a tenant.
      row(
        'd',
        'tenancy',
        'department-create',
        noted({ tenant: 'life', code: 'claims' }),
      ),
      // What happens to a request is found although its submit stands behind it.
      row('e', 'approvals', 'request-decide', noted({ request: 'r1' })),
      row(
        'f',
        'approvals',
        'request-submit',
        noted({ request: 'r1', tenant: 'property' }),
      ),
      row('g', 'approvals', 'request-decide', noted({ request: 'unknown' })),
      row('h', 'catalog', 'entity-mutate', noted({ code: 'life' })),
      row('i', 'catalog', 'entity-mutate', noted({ tenant: { code: 'life' } })),
      row('j', 'catalog', 'entity-mutate', noted({ text: '\u0000"tenant":"' })),
      row('k', 'catalog', 'entity-mutate', '{"tenant":"li'),
      row('l', 'catalog', 'entity-mutate', noted({ tenant: 'x'.repeat(64) })),
    ]);

    const step = { directory, name: MIGRATION };
    const expected = {
      ...{ a: 'life', b: 'property', c: 'life', d: 'life', e: 'property' },
      ...{ f: 'property', g: null, h: null, i: null, j: null, k: null },
      l: null,
    };
    const tenants = async () =>
      Object.fromEntries(
        (await knex(AUDIT_EVENTS_TABLE).select('id', 'tenant')).map(each => [
          each.id,
          each.tenant,
        ]),
      );
    await knex.migrate.up(step);
    await expect(tenants()).resolves.toEqual(expected);
    await knex.migrate.down(step);
    await expect(
      knex.schema.hasColumn(AUDIT_EVENTS_TABLE, 'tenant'),
    ).resolves.toBe(false);
    await knex.migrate.up(step);
    await expect(tenants()).resolves.toEqual(expected);
    // The checks of the table have outlived it.
    await expect(
      knex(AUDIT_EVENTS_TABLE)
        .where({ id: 'a' })
        .update({ outcome: 'perhaps' }),
    ).rejects.toThrow(/constraint/i);
  });

  it('is found for more events than one page of them', async () => {
    const knex = await databases.init(id);
    await knex.migrate.up({
      directory,
      name: '20261121094000_create_audit_events.js',
    });
    const rows = Array.from({ length: 2_500 }, (_, index) =>
      row(
        `id-${index}`,
        'clusters',
        'apply-set-put',
        noted(index % 2 ? { tenant: `t${index % 7}` } : {}),
      ),
    );
    await knex.batchInsert(AUDIT_EVENTS_TABLE, rows, 100);
    await knex.migrate.up({ directory, name: MIGRATION });
    for (const { id: event, facts } of rows.filter((_, i) => i % 97 === 0)) {
      const { tenant } = await knex(AUDIT_EVENTS_TABLE)
        .where({ id: event })
        .first();
      expect(tenant).toBe(JSON.parse(facts).tenant ?? null);
    }
  });
});
