import { TestDatabases } from '@backstage/backend-test-utils';
import { RowAccess } from '@caas/contract-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { RESOURCE_TYPE_REQUEST } from '@caas/plugin-approvals-common';
import {
  caller,
  CHEN_JING,
  createDesk,
  createPeople,
  createStores,
  LI_WEI,
  NOW,
  SUN_LI,
  WANG_FANG,
  ZHANG_MIN,
  type Desk,
} from '../__testUtils__/desk';
import { oneStage, rulesFile } from '../__testUtils__/rules';

// Days pass in steps, each a few statements: more than a busy machine does in the usual five seconds.
jest.setTimeout(30_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const DAY = 24 * 60 * 60;
const day = (days: number) =>
  new Date(NOW.getTime() + days * DAY * 1000).toISOString();
const holiday = (delegate: string, from = 0, to = 7) => ({
  delegate,
  startsAt: day(from),
  endsAt: day(to),
  reason: 'Holiday',
});

/** What takes part by name, as the policy lets people see it. */
const involved = (person: string) =>
  RowAccess.fromDecision({
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'approvals',
    resourceType: RESOURCE_TYPE_REQUEST,
    conditions: {
      rule: 'INVOLVES',
      resourceType: RESOURCE_TYPE_REQUEST,
      params: { users: [person] },
    },
  });
const inbox = async (desk: Desk, person: string) => {
  const access = involved(person);
  const { items } = await desk.service.list(
    { view: 'to-decide', limit: 20, offset: 0 },
    caller(person, access),
  );
  return items.map(({ request }) => request.id);
};

describe.each(databases.eachSupportedId())('delegation on %s', databaseId => {
  const start = async (parts: Parameters<typeof createDesk>[1] = {}) =>
    createDesk(await createStores(databases, databaseId), parts);

  it('tells the delegate when they are appointed, and the other one when it is revoked, once', async () => {
    const desk = await start();
    const made = await desk.delegation.create(holiday(ZHANG_MIN), WANG_FANG);
    await expect(
      desk.delegation.create(holiday(LI_WEI), WANG_FANG),
    ).rejects.toThrow(/stands in for you/);
    expect(desk.announcer.delegations).toEqual([
      { delegation: made, by: WANG_FANG },
    ]);
    await desk.delegation.revoke(made.id, ZHANG_MIN);
    await desk.delegation.revoke(made.id, WANG_FANG);
    expect(desk.announcer.delegations.slice(1)).toEqual([
      {
        delegation: expect.objectContaining({ revokedAt: expect.any(String) }),
        by: ZHANG_MIN,
      },
    ]);
  });

  it('lets the delegate see and decide for the approver, and says so', async () => {
    const desk = await start();
    const { request } = await desk.submit();
    expect(await inbox(desk, ZHANG_MIN)).toEqual([]);
    await desk.delegation.create(holiday(ZHANG_MIN), WANG_FANG);
    expect(await inbox(desk, ZHANG_MIN)).toEqual([request.id]);
    expect((await desk.get(request.id)).standIns).toEqual([
      { delegate: ZHANG_MIN, delegator: WANG_FANG },
    ]);
    const file = await desk.decide(request.id, ZHANG_MIN);
    expect(file.stages[0]).toMatchObject({
      state: 'passed',
      decisions: [{ by: ZHANG_MIN, onBehalfOf: WANG_FANG }],
    });
    expect(file.timeline).toContainEqual(
      expect.objectContaining({
        event: 'approved',
        by: ZHANG_MIN,
        onBehalfOf: WANG_FANG,
      }),
    );
    expect(await inbox(desk, ZHANG_MIN)).toEqual([]);
  });

  it.each([
    ['before it starts', 1, 7, 0],
    ['when it is over', 0, 1, 1],
  ])('counts for nothing %s', async (_, from, to, waitDays) => {
    const desk = await start();
    await desk.delegation.create(holiday(ZHANG_MIN, from, to), WANG_FANG);
    desk.advance(waitDays * DAY);
    const { request } = await desk.submit();
    expect(await inbox(desk, ZHANG_MIN)).toEqual([]);
    await expect(desk.decide(request.id, ZHANG_MIN)).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
  });

  it.each([WANG_FANG, ZHANG_MIN])(
    'stops at once when %s revokes it, twice is once',
    async person => {
      const desk = await start();
      const { id } = await desk.delegation.create(
        holiday(ZHANG_MIN),
        WANG_FANG,
      );
      const { request } = await desk.submit();
      await desk.delegation.revoke(id, person);
      desk.advance(60);
      const again = await desk.delegation.revoke(id, WANG_FANG);
      expect(again.revokedAt).toBe(NOW.toISOString());
      await expect(desk.decide(request.id, ZHANG_MIN)).rejects.toMatchObject({
        name: 'NotAllowedError',
      });
      // The period is free again.
      await desk.delegation.create(holiday(CHEN_JING), WANG_FANG);
    },
  );

  it('stops when the delegator loses the role', async () => {
    const desk = await start();
    await desk.delegation.create(holiday(ZHANG_MIN), WANG_FANG);
    const { request } = await desk.submit();
    desk.people.holders.set('tenant-admin@life', [SUN_LI]);
    await expect(desk.decide(request.id, ZHANG_MIN)).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
  });

  it('answers a foreign delegation as an unknown one', async () => {
    const desk = await start();
    const { id } = await desk.delegation.create(holiday(ZHANG_MIN), WANG_FANG);
    await expect(desk.delegation.revoke(id, CHEN_JING)).rejects.toMatchObject({
      name: 'NotFoundError',
      message: `There is no delegation '${id}'`,
      translations: { 'zh-CN': `没有审批代理“${id}”` },
    });
    const list = (person: string) =>
      desk.delegation.list(person, { limit: 20, offset: 0 });
    expect((await list(CHEN_JING)).totalCount).toBe(0);
    expect((await list(ZHANG_MIN)).items.map(each => each.id)).toEqual([id]);
  });

  it.each([
    [
      'oneself',
      holiday(WANG_FANG),
      /^delegate: You cannot stand in/,
      /^delegate: 不能委托自己/,
    ],
    [
      'nobody of the catalog',
      holiday('user:default/none'),
      /no person/,
      /没有用户/,
    ],
    ['the past', holiday(ZHANG_MIN, -3, -1), /is over already/, /已过/],
    [
      'a period that ends first',
      holiday(ZHANG_MIN, 3, 2),
      /is not after/,
      /不晚于开始时间/,
    ],
    [
      'more than 90 days',
      holiday(ZHANG_MIN, 0, 90.01),
      /at most 90 days/,
      /最长 90 天/,
    ],
  ])('refuses %s', async (_, asked, sentence, chinese) => {
    const desk = await start();
    desk.people.unknown.add('user:default/none');
    await expect(
      desk.delegation.create(asked, WANG_FANG),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(sentence),
      translations: { 'zh-CN': expect.stringMatching(chinese) },
    });
  });

  it('refuses a program, and a second delegate at the same time', async () => {
    const desk = await start();
    await expect(
      desk.delegation.create(holiday(ZHANG_MIN), 'plugin:tenancy'),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    const made = await Promise.allSettled(
      [ZHANG_MIN, CHEN_JING, SUN_LI].map(delegate =>
        desk.delegation.create(holiday(delegate), WANG_FANG),
      ),
    );
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await desk.delegation.create(holiday(CHEN_JING, 7, 9), WANG_FANG);
  });

  it('refuses a delegate who is away, and passes nothing on', async () => {
    const desk = await start();
    await desk.delegation.create(holiday(ZHANG_MIN), WANG_FANG);
    await desk.delegation.create(holiday(CHEN_JING), ZHANG_MIN);
    await expect(
      desk.delegation.create(holiday(ZHANG_MIN), SUN_LI),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('is away'),
    });
    desk.people.holders.set('platform-admin', []);
    const { request } = await desk.submit();
    await expect(desk.decide(request.id, CHEN_JING)).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
  });

  describe('keeps four eyes', () => {
    it('neither the requester for an approver, nor somebody for the requester', async () => {
      const people = createPeople();
      people.holders.set('tenant-admin@life', [LI_WEI, WANG_FANG]);
      const desk = await start({ people });
      await desk.delegation.create(holiday(LI_WEI), WANG_FANG);
      const { request } = await desk.submit();
      expect(await inbox(desk, LI_WEI)).toEqual([]);
      await expect(desk.decide(request.id, LI_WEI)).rejects.toMatchObject({
        message: expect.stringContaining('You made this request'),
      });
      await desk.delegation.create(holiday(ZHANG_MIN), LI_WEI);
      expect(await inbox(desk, ZHANG_MIN)).toEqual([]);
      await expect(desk.decide(request.id, ZHANG_MIN)).rejects.toMatchObject({
        name: 'NotAllowedError',
      });
    });

    it('delegate and delegator are one voice of a quorum', async () => {
      const desk = await start({ rules: rulesFile(oneStage('{ quorum: 2 }')) });
      await desk.delegation.create(holiday(ZHANG_MIN), WANG_FANG);
      const { request } = await desk.submit();
      await desk.decide(request.id, ZHANG_MIN);
      expect(await inbox(desk, WANG_FANG)).toEqual([]);
      for (const person of [WANG_FANG, ZHANG_MIN]) {
        const decided = desk.decide(request.id, person, 'approve');
        await decided.catch(() => undefined);
        const { stages } = await desk.get(request.id);
        expect(stages[0].decisions).toHaveLength(1);
      }
      const file = await desk.decide(request.id, SUN_LI);
      expect(file.request.state).toBe('approved');
    });

    it('both at once are one voice', async () => {
      const desk = await start({ rules: rulesFile(oneStage('{ quorum: 2 }')) });
      await desk.delegation.create(holiday(ZHANG_MIN), WANG_FANG);
      const { request } = await desk.submit();
      await Promise.allSettled(
        [WANG_FANG, ZHANG_MIN].map(person => desk.decide(request.id, person)),
      );
      const { stages, request: after } = await desk.get(request.id);
      expect(stages[0].decisions).toHaveLength(1);
      expect(after.state).toBe('pending');
    });

    it('a delegate who decided one stage decides no other, for nobody', async () => {
      const desk = await start();
      await desk.delegation.create(holiday(ZHANG_MIN), WANG_FANG);
      await desk.delegation.create(holiday(ZHANG_MIN), CHEN_JING);
      const { request } = await desk.submit();
      await desk.decide(request.id, ZHANG_MIN);
      await expect(
        desk.decide(request.id, ZHANG_MIN, 'reject'),
      ).rejects.toMatchObject({ name: 'NotAllowedError' });
      const file = await desk.decide(request.id, CHEN_JING);
      expect(file.request.state).toBe('approved');
    });
  });
});
