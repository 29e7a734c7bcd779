import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  createDesk,
  createStores,
  LI_WEI,
  WANG_FANG,
} from '../__testUtils__/desk';

const directory = resolvePackagePath(
  '@caas/plugin-approvals-backend',
  'migrations',
);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const TABLES = [
  'request_kinds',
  'requests',
  'request_revisions',
  'stages',
  'stage_approvers',
  'decisions',
  'timeline_entries',
  'executions',
  'tasks',
  'delegations',
];

describe.each(databases.eachSupportedId())('migrations on %s', databaseId => {
  it('go up, down with rows in every table, and up again', async () => {
    const stores = await createStores(databases, databaseId);
    const { knex } = stores;
    const desk = createDesk(stores);
    await desk.submitAndApprove();
    await desk.worker.run();
    const { request } = await desk.submit();
    await desk.decide(request.id, WANG_FANG);
    await desk.delegation.create(
      {
        delegate: LI_WEI,
        startsAt: '2026-11-21T08:00:00Z',
        endsAt: '2026-11-22T08:00:00Z',
        reason: 'Holiday',
      },
      WANG_FANG,
    );
    const filled = await Promise.all(
      TABLES.map(async table => (await knex(table).first()) !== undefined),
    );
    expect(filled).toEqual(TABLES.map(() => true));

    const exist = () =>
      Promise.all(TABLES.map(table => knex.schema.hasTable(table)));
    await knex.migrate.rollback({ directory }, true);
    expect(await exist()).toEqual(TABLES.map(() => false));
    await knex.migrate.latest({ directory });
    expect(await exist()).toEqual(TABLES.map(() => true));
  }, 30_000);
});
