import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import type { Knex } from 'knex';
import { DatabaseAuditWriter } from './DatabaseAuditWriter';
import { migrateAuditDatabase } from './migrateAuditDatabase';
import { PersistentAuditor } from './PersistentAuditor';
import { AUDIT_EVENTS_TABLE, type DbAuditEventRow } from './tables';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const request = {
  method: 'POST',
  originalUrl: '/api/approvals/requests/42/decisions?code=one-time',
  ip: '10.1.2.3',
  get: () => 'Mozilla/5.0',
  headers: {
    authorization: 'Bearer mock-user-token:{"sub":"user:default/wang-fang"}',
  },
} as never;

describe.each(databases.eachSupportedId())('PersistentAuditor on %p', id => {
  let knex: Knex;
  let now: Date;
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    knex = await databases.init(id);
    await migrateAuditDatabase(knex);
    now = new Date('2026-11-21T08:00:00.000Z');
    jest.resetAllMocks();
  });

  const createAuditor = () =>
    new PersistentAuditor({
      pluginId: 'approvals',
      minimumSeverity: 'medium',
      writer: new DatabaseAuditWriter({ getClient: async () => knex }),
      auth: mockServices.auth({ pluginId: 'approvals' }),
      httpAuth: mockServices.httpAuth({ pluginId: 'approvals' }),
      logger,
      clock: () => now,
    });
  const rows = () =>
    knex<DbAuditEventRow>(AUDIT_EVENTS_TABLE)
      .select()
      .orderBy(['started_at', 'id']);
  const decide = {
    eventId: 'request-decide',
    severityLevel: 'high',
    request,
    meta: { requestId: '42', token: 'hunter2' },
  } as const;

  it('records the intent before, and the end after, in one row', async () => {
    const event = await createAuditor().createEvent(decide);
    expect(await rows()).toEqual([
      {
        id: expect.any(String),
        plugin_id: 'approvals',
        event_id: 'request-decide',
        severity: 'high',
        outcome: 'started',
        actor: 'user:default/wang-fang',
        ip: '10.1.2.3',
        user_agent: 'Mozilla/5.0',
        request: 'POST /api/approvals/requests/42/decisions',
        facts: '{"requestId":"42","token":"***"}',
        error: null,
        tenant: null,
        started_at: '2026-11-21T08:00:00.000Z',
        finished_at: null,
      },
    ]);

    now = new Date('2026-11-21T08:00:01.000Z');
    await event.success({ meta: { verdict: 'approve' } });
    expect(await rows()).toMatchObject([
      {
        outcome: 'succeeded',
        facts: '{"requestId":"42","token":"***","verdict":"approve"}',
        finished_at: '2026-11-21T08:00:01.000Z',
      },
    ]);
  });

  it('records why it failed, without the secret in the message', async () => {
    const event = await createAuditor().createEvent(decide);
    await event.fail({
      error: new Error('https://portal:hunter2@git.example.com is away'),
      meta: { attempt: 2 },
    });
    expect(await rows()).toMatchObject([
      {
        outcome: 'failed',
        error: 'https://portal:***@git.example.com is away',
        facts: '{"requestId":"42","token":"***","attempt":2}',
      },
    ]);
  });

  it('records the name of an error that says nothing', async () => {
    const event = await createAuditor().createEvent(decide);
    await event.fail({ error: new NotAllowedError() });
    expect(await rows()).toMatchObject([{ error: 'NotAllowedError' }]);
  });

  it('keeps the first end', async () => {
    const event = await createAuditor().createEvent(decide);
    await event.success();
    await event.fail({ error: new Error('late') });
    expect(await rows()).toMatchObject([{ outcome: 'succeeded', error: null }]);
  });

  it('tells many attempts at once apart', async () => {
    const auditor = createAuditor();
    await Promise.all(
      Array.from({ length: 50 }, async (_, number) => {
        const event = await auditor.createEvent({
          ...decide,
          meta: { number },
        });
        await (number % 2
          ? event.success()
          : event.fail({ error: new Error(`${number}`) }));
      }),
    );
    const stored = await rows();
    expect(stored).toHaveLength(50);
    for (const { facts, outcome, error } of stored) {
      const { number } = JSON.parse(facts);
      expect({ outcome, error }).toEqual(
        number % 2
          ? { outcome: 'succeeded', error: null }
          : { outcome: 'failed', error: `${number}` },
      );
    }
  });

  it('knows which tenant it is about, once that is noted', async () => {
    const event = await createAuditor().createEvent({
      ...decide,
      meta: { tenant: 'life' },
    });
    expect(await rows()).toMatchObject([{ tenant: 'life' }]);
    await event.success({ meta: { verdict: 'approve' } });
    expect(await rows()).toMatchObject([{ tenant: 'life' }]);
  });

  it.each([
    ['a number', 7],
    ['an object', { code: 'life' }],
    ['nothing', ''],
    ['something longer than any code', 'x'.repeat(64)],
  ])('takes %s for no tenant', async (_what, tenant) => {
    const event = await createAuditor().createEvent(decide);
    await event.fail({ error: new Error('no'), meta: { tenant } });
    expect(await rows()).toMatchObject([{ tenant: null, outcome: 'failed' }]);
  });

  it('names the plugin as the actor of its own work', async () => {
    await createAuditor().createEvent({
      eventId: 'execution',
      severityLevel: 'medium',
    });
    expect(await rows()).toMatchObject([
      { actor: 'plugin:approvals', request: null, ip: null, facts: '{}' },
    ]);
  });

  it('leaves out what matters less than the minimum', async () => {
    const auditor = createAuditor();
    const low = await auditor.createEvent({ eventId: 'entity-fetch', request });
    await low.success();
    await low.fail({ error: new Error('x') });
    expect(await rows()).toEqual([]);
  });

  it('refuses the operation when the intent cannot be written', async () => {
    await knex.schema.dropTable(AUDIT_EVENTS_TABLE);
    await expect(createAuditor().createEvent(decide)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('Nothing was done'),
    });
  });

  it('does not call a change a failure because its end cannot be written, but logs it', async () => {
    const event = await createAuditor().createEvent(decide);
    await knex.schema.dropTable(AUDIT_EVENTS_TABLE);
    await expect(event.success()).resolves.toBeUndefined();
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringMatching(/request-decide.*succeeded at 2026-11-21T08:00/),
      // Not `expect.any(Error)`: the driver's error class may come from outside jest's realm.
      expect.objectContaining({
        message: expect.stringContaining('audit_events'),
      }),
    );
  });
});
