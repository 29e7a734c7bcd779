import { TestDatabases } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  caller,
  CHEN_JING,
  createDesk,
  createPeople,
  createStores,
  LI_WEI,
  SUN_LI,
  WANG_FANG,
  ZHANG_MIN,
  type Desk,
} from '../__testUtils__/desk';
import { oneStage, rule, rulesFile } from '../__testUtils__/rules';

// Days pass in steps, each a few statements: more than a busy machine does in the usual five seconds.
jest.setTimeout(30_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const HOUR = 60 * 60;
const DAY = 24 * HOUR;

const events = async (desk: Desk, id: string) =>
  (await desk.get(id)).timeline.map(({ event }) => event);
/** Whom the desk told for this reason, one entry a time. */
const told = ({ announcer }: Desk, reason: string) =>
  announcer.notified
    .filter(each => each.reason === reason)
    .map(({ recipients }) => recipients);
/** Time passes in steps, as it does, and the worker looks after each. */
const pass = async (desk: Desk, hours: number) => {
  for (let hour = 0; hour < hours; hour += 1) await desk.after(HOUR);
};

const URGENT = `{ title: { zh-CN: 租户, en: Tenant }, approvers: [{ tenantRole: tenant-admin }], dueHours: 8, escalateTo: [{ user: 'user:default/zhang-min' }] }`;
const NAMED = rulesFile(rule('named', 'true', URGENT));
const UNNAMED = rulesFile(
  rule('unnamed', 'true', URGENT.replace(/, escalateTo: .*\]/, ', rule: all')),
);

describe.each(databases.eachSupportedId())(
  'a request that waits, on %s',
  databaseId => {
    const start = async (parts: Parameters<typeof createDesk>[1] = {}) =>
      createDesk(await createStores(databases, databaseId), parts);

    it('reminds at three quarters and at the due time, and lets more people decide after it', async () => {
      const desk = await start({ rules: NAMED });
      const { request } = await desk.submit();
      await pass(desk, 5);
      expect(await events(desk, request.id)).toEqual(['submitted']);
      await pass(desk, 1);
      expect(told(desk, 'remind')).toEqual([[SUN_LI, WANG_FANG]]);
      await pass(desk, 2);
      expect(told(desk, 'overdue')).toEqual([[SUN_LI, WANG_FANG]]);
      expect((await desk.get(request.id)).stages[0].approvers).toEqual([
        SUN_LI,
        WANG_FANG,
      ]);
      await pass(desk, 2);
      expect(told(desk, 'escalated')).toEqual([[SUN_LI, WANG_FANG, ZHANG_MIN]]);
      await pass(desk, 100);
      expect(await events(desk, request.id)).toEqual([
        'submitted',
        'reminded',
        'reminded',
        'escalated',
      ]);
      const after = await desk.decide(request.id, ZHANG_MIN);
      expect(after.request.state).toBe('approved');
      expect(after.stages[0].decisions).toMatchObject([
        { by: ZHANG_MIN, isEscalated: true },
      ]);
    });

    it('brings it to the platform administrators when the rule names nobody, in place of one of all', async () => {
      const desk = await start({ rules: UNNAMED });
      const { request } = await desk.submit();
      await expect(desk.decide(request.id, CHEN_JING)).rejects.toMatchObject({
        name: 'NotAllowedError',
      });
      await pass(desk, 11);
      const first = await desk.decide(request.id, CHEN_JING);
      expect(first.request.state).toBe('pending');
      const second = await desk.decide(request.id, SUN_LI);
      expect(second.request.state).toBe('approved');
    });

    it('never approves by itself, and expires when nobody decides', async () => {
      const desk = await start({ rules: NAMED });
      const { request } = await desk.submit();
      await desk.after(0);
      expect(desk.providers.reserved.has(request.id)).toBe(true);
      for (let day = 0; day < 31; day += 1) {
        expect((await desk.get(request.id)).request.state).toBe('pending');
        await desk.after(DAY - 1);
      }
      const file = await desk.get(request.id);
      expect(file).toMatchObject({
        request: { state: 'expired' },
        stages: [{ state: 'skipped' }],
      });
      expect(file.request.expiresAt).toBeUndefined();
      await desk.after(0);
      expect(desk.providers.reserved.has(request.id)).toBe(false);
      expect(desk.providers.made.size).toBe(0);
      expect(told(desk, 'ended')).toEqual([[LI_WEI]]);
      await expect(desk.decide(request.id, WANG_FANG)).rejects.toMatchObject({
        name: 'ConflictError',
      });
      expect(await desk.knex('tasks')).toEqual([]);
    });

    it('expires a returned request that nobody revises, counted from the return', async () => {
      const desk = await start({ rules: `${NAMED}expireDays: 3\n` });
      const { request } = await desk.submit();
      await desk.after(2 * DAY);
      await desk.decide(request.id, WANG_FANG, 'return');
      await desk.after(2 * DAY);
      expect((await desk.get(request.id)).request.state).toBe('returned');
      await desk.after(1 * DAY);
      expect((await desk.get(request.id)).request.state).toBe('expired');
      await desk.after(0);
      expect(desk.providers.reserved.size).toBe(0);
      await expect(
        desk.service.revise(
          { id: request.id, payload: { name: 'b' }, purpose: 'Smaller' },
          caller(LI_WEI),
        ),
      ).rejects.toMatchObject({ name: 'ConflictError' });
    });

    it('counts anew for a revision, and leaves the watch of the old one', async () => {
      const desk = await start({ rules: `${NAMED}expireDays: 3\n` });
      const { request } = await desk.submit();
      await desk.decide(request.id, WANG_FANG, 'return');
      await desk.after(2 * DAY);
      await desk.service.revise(
        { id: request.id, payload: { name: 'b' }, purpose: 'Smaller' },
        caller(LI_WEI),
      );
      await desk.after(2 * DAY);
      expect((await desk.get(request.id)).request.state).toBe('pending');
      const watches = await desk.knex('tasks').where({ type: 'watch' });
      expect(watches.map(({ revision }) => revision)).toEqual([2]);
      await desk.after(1 * DAY);
      expect((await desk.get(request.id)).request.state).toBe('expired');
    });

    it('finds by itself that somebody can decide a blocked stage, and that nobody can any more', async () => {
      const people = createPeople();
      people.holders.set('tenant-admin@life', []);
      const desk = await start({ people, rules: rulesFile(oneStage('any')) });
      const { request } = await desk.submit();
      await desk.after(0);
      expect((await desk.get(request.id)).stages[0].blockedAt).toBeDefined();
      people.holders.set('tenant-admin@life', [WANG_FANG]);
      await desk.after(5 * 60);
      const open = await desk.get(request.id);
      expect(open.stages[0].blockedAt).toBeUndefined();
      expect(open.stages[0].approvers).toEqual([WANG_FANG]);
      await desk.after(0);
      expect(told(desk, 'decide')).toEqual([[WANG_FANG]]);

      people.holders.set('tenant-admin@life', [LI_WEI]);
      await desk.after(HOUR);
      await desk.after(0);
      expect(await events(desk, request.id)).toEqual([
        'submitted',
        'blocked',
        'unblocked',
        'blocked',
      ]);
      expect(told(desk, 'blocked')).toEqual([[CHEN_JING], [CHEN_JING]]);
      expect((await desk.get(request.id)).stages[0].approvers).toEqual([]);
    });

    it('does nothing while nobody can say who holds the role, and does it later, once', async () => {
      const desk = await start({ rules: NAMED });
      const { request } = await desk.submit();
      desk.people.failure = new ServiceUnavailableError('tenancy is away');
      await pass(desk, 12);
      expect(await events(desk, request.id)).toEqual(['submitted']);
      desk.people.failure = undefined;
      await pass(desk, 3);
      // One reminder that is late; the one before it is of no use any more.
      expect(await events(desk, request.id)).toEqual([
        'submitted',
        'reminded',
        'escalated',
      ]);
    });

    it('is looked after once, though two workers believe that it is theirs', async () => {
      const desk = await start({ rules: NAMED });
      const { request } = await desk.submit();
      await desk.after(0);
      desk.advance(6 * HOUR);
      const now = desk.clock.now();
      const [task] = await desk.tasks.claimDue({
        now,
        leaseSeconds: 15,
        limit: 10,
        ticket: 'same',
      });
      expect(task.type).toBe('watch');
      const seen = {
        position: 0,
        holders: {
          regular: [WANG_FANG],
          escalated: [],
          platformAdmins: [CHEN_JING],
        },
      };
      const looks = await Promise.all([
        desk.tasks.recordLook(task, seen, now),
        desk.tasks.recordLook(task, seen, now),
      ]);
      expect(looks.filter(Boolean)).toHaveLength(1);
      expect(await events(desk, request.id)).toEqual(['submitted', 'reminded']);
    });

    it('takes a stage that opened meanwhile for another one', async () => {
      const desk = await start();
      const { request } = await desk.submit();
      await desk.decide(request.id, WANG_FANG);
      desk.advance(HOUR);
      const now = desk.clock.now();
      const claimed = await desk.tasks.claimDue({
        now,
        leaseSeconds: 15,
        limit: 10,
        ticket: 't',
      });
      const task = claimed.find(({ type }) => type === 'watch')!;
      const holders = { regular: [], escalated: [], platformAdmins: [] };
      await desk.tasks.recordLook(task, { position: 0, holders }, now);
      const { stages } = await desk.get(request.id);
      expect(stages[1]).toMatchObject({
        state: 'open',
        approvers: [CHEN_JING],
      });
      expect(stages[1].blockedAt).toBeUndefined();
    });
  },
);
