import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AUDIT_EVENTS_TABLE,
  migrateAuditDatabase,
  type DbAuditEventRow,
} from '@caas/plugin-audit-node';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { DatabaseAuditEventStore } from './DatabaseAuditEventStore';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const row = (change: Partial<DbAuditEventRow>): DbAuditEventRow => ({
  id: 'a',
  plugin_id: 'approvals',
  event_id: 'request-submit',
  severity: 'medium',
  outcome: 'succeeded',
  actor: 'user:default/li-wei',
  ip: '10.1.2.3',
  user_agent: 'Mozilla/5.0',
  request: 'POST /api/approvals/requests',
  facts: '{"tenant":"寿险"}',
  error: null,
  tenant: 'life',
  started_at: '2026-11-21T08:00:00.000Z',
  finished_at: '2026-11-21T08:00:00.120Z',
  ...change,
});
const page = { limit: 20, offset: 0 };

describe.each(databases.eachSupportedId())(
  'DatabaseAuditEventStore on %p',
  databaseId => {
    let knex: Knex;
    let store: DatabaseAuditEventStore;
    beforeAll(async () => {
      knex = await databases.init(databaseId);
      await migrateAuditDatabase(knex);
      store = new DatabaseAuditEventStore(knex);
    });
    beforeEach(() => knex(AUDIT_EVENTS_TABLE).delete());

    const idsOf = async (query: object) =>
      (await store.list({ ...page, ...query })).items.map(({ id }) => id);

    it('answers an event with everything that is known, and nothing that is not', async () => {
      await knex(AUDIT_EVENTS_TABLE).insert([
        row({}),
        row({
          id: 'b',
          outcome: 'started',
          actor: null,
          ip: null,
          user_agent: null,
          request: null,
          facts: '{}',
          tenant: null,
          started_at: '2026-11-21T07:00:00.000Z',
          finished_at: null,
        }),
      ]);
      await expect(store.list(page)).resolves.toEqual({
        totalCount: 2,
        items: [
          {
            id: 'a',
            pluginId: 'approvals',
            eventId: 'request-submit',
            severity: 'medium',
            outcome: 'succeeded',
            actor: 'user:default/li-wei',
            ip: '10.1.2.3',
            userAgent: 'Mozilla/5.0',
            request: 'POST /api/approvals/requests',
            tenant: 'life',
            facts: { tenant: '寿险' },
            startedAt: '2026-11-21T08:00:00.000Z',
            finishedAt: '2026-11-21T08:00:00.120Z',
          },
          {
            id: 'b',
            pluginId: 'approvals',
            eventId: 'request-submit',
            severity: 'medium',
            outcome: 'started',
            facts: {},
            startedAt: '2026-11-21T07:00:00.000Z',
          },
        ],
      });
    });

    it.each([
      ['actor', { actor: 'user:default/wang-fang' }],
      ['plugin', { pluginId: 'catalog' }],
      ['event', { eventId: 'request-decide' }],
      ['outcome', { outcome: 'failed' }],
      ['severity', { severity: 'high' }],
      ['tenant', { tenant: 'property' }],
    ])('narrows by %s', async (_what, filter) => {
      await knex(AUDIT_EVENTS_TABLE).insert([
        row({ id: 'ordinary' }),
        row({
          id: 'wanted',
          actor: 'user:default/wang-fang',
          plugin_id: 'catalog',
          event_id: 'request-decide',
          outcome: 'failed',
          severity: 'high',
          tenant: 'property',
        }),
      ]);
      await expect(idsOf(filter)).resolves.toEqual(['wanted']);
      await expect(
        store.list({ ...page, ...(filter as object) }),
      ).resolves.toMatchObject({ totalCount: 1 });
    });

    it('joins filters, ignores empty ones, and takes no filter for a pattern', async () => {
      await knex(AUDIT_EVENTS_TABLE).insert([
        row({ id: 'a' }),
        row({ id: 'b', plugin_id: 'tenancy' }),
      ]);
      await expect(
        idsOf({ actor: 'user:default/li-wei', pluginId: 'tenancy' }),
      ).resolves.toEqual(['b']);
      await expect(idsOf({ actor: '', pluginId: '' })).resolves.toHaveLength(2);
      await expect(idsOf({ actor: '%' })).resolves.toEqual([]);
      await expect(idsOf({ pluginId: "' or 1=1 --" })).resolves.toEqual([]);
    });

    it('includes where the time starts and excludes where it ends, in any time zone', async () => {
      await knex(AUDIT_EVENTS_TABLE).insert([
        row({ id: 'before', started_at: '2026-11-20T23:59:59.999Z' }),
        row({ id: 'first', started_at: '2026-11-21T00:00:00.000Z' }),
        row({ id: 'last', started_at: '2026-11-21T23:59:59.999Z' }),
        row({ id: 'after', started_at: '2026-11-22T00:00:00.000Z' }),
      ]);
      await expect(
        idsOf({
          from: '2026-11-21T08:00:00+08:00',
          to: '2026-11-22T00:00:00Z',
        }),
      ).resolves.toEqual(['last', 'first']);
    });

    it('pages through everything once, newest first, whatever the page and however many share a millisecond', async () => {
      const rows = Array.from({ length: 40 }, (_, index) =>
        row({
          id: `id-${(index * 17) % 40}`,
          started_at: `2026-11-21T08:00:00.00${index % 3}Z`,
        }),
      );
      await knex(AUDIT_EVENTS_TABLE).insert(rows);
      const expected = await idsOf({ limit: 100 });
      expect(new Set(expected).size).toBe(40);
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 45 }), async limit => {
          const seen: string[] = [];
          for (let offset = 0; offset < 40; offset += limit) {
            seen.push(...(await idsOf({ limit, offset })));
          }
          expect(seen).toEqual(expected);
        }),
        { numRuns: 10 },
      );
    });
  },
);
