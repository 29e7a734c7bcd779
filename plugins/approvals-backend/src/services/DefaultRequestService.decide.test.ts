import { TestDatabases } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import { RowAccess } from '@caas/contract-node';
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
} from '../__testUtils__/desk';
import { NOTHING } from '../__testUtils__/rowAccess';
import { oneStage, rulesFile } from '../__testUtils__/rules';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const [databaseId] = databases.eachSupportedId()[0];

const start = async (parts: Parameters<typeof createDesk>[1] = {}) =>
  createDesk(await createStores(databases, databaseId), parts);

const events = ({ timeline }: { timeline: Array<{ event: string }> }) =>
  timeline.map(({ event }) => event);

describe('deciding', () => {
  it('goes from stage to stage, and ends in an approval', async () => {
    const desk = await start();
    const { request } = await desk.submit();
    const first = await desk.decide(request.id, WANG_FANG);
    expect(first).toMatchObject({
      request: { state: 'pending', version: 2 },
      stages: [
        { state: 'passed', decisions: [{ by: WANG_FANG, verdict: 'approve' }] },
        { state: 'open', approvers: [CHEN_JING], decisions: [] },
      ],
    });
    const second = await desk.decide(request.id, CHEN_JING);
    expect(second.request).toMatchObject({ state: 'approved', version: 3 });
    expect(events(second)).toEqual([
      'submitted',
      'approved',
      'stage-opened',
      'approved',
      'passed',
    ]);
  });

  it.each([
    ['reject', 'rejected'],
    ['return', 'returned'],
  ] as const)(
    '%s ends the revision, and closes what is left',
    async (verdict, state) => {
      const desk = await start();
      const { request } = await desk.submit();
      const file = await desk.decide(request.id, WANG_FANG, verdict);
      expect(file).toMatchObject({
        request: { state },
        stages: [{ state }, { state: 'skipped' }],
      });
      expect(file.timeline[1]).toMatchObject({
        event: state,
        by: WANG_FANG,
        comment: 'Too large',
      });
    },
  );

  it.each(['reject', 'return'] as const)(
    'asks for a comment on %s',
    async verdict => {
      const desk = await start();
      const { request } = await desk.submit();
      await expect(
        desk.decide(request.id, WANG_FANG, verdict, { comment: '' }),
      ).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringMatching(/^comment: /),
      });
      expect((await desk.get(request.id)).request.version).toBe(1);
    },
  );

  it('refuses another hash than the frozen one', async () => {
    const desk = await start();
    const { request } = await desk.submit();
    await expect(
      desk.decide(request.id, WANG_FANG, 'approve', { payloadHash: 'other' }),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('changed since you read it'),
    });
    expect((await desk.get(request.id)).stages[0].decisions).toEqual([]);
  });

  it('refuses the requester in every stage, whatever roles they have', async () => {
    const people = createPeople();
    people.holders.set('tenant-admin@life', [LI_WEI, WANG_FANG]);
    people.holders.set('platform-admin', [LI_WEI, CHEN_JING]);
    const desk = await start({ people });
    const { request, stages } = await desk.submit();
    expect(stages[0].approvers).toEqual([WANG_FANG]);
    await expect(desk.decide(request.id, LI_WEI)).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining('You made this request'),
    });
    await desk.decide(request.id, WANG_FANG);
    await expect(desk.decide(request.id, LI_WEI)).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
  });

  it.each(['plugin:tenancy', 'external:ci', 'bot:default/li-wei'])(
    'refuses %s, which is not a person',
    async subject => {
      const people = createPeople();
      people.holders.set('tenant-admin@life', [subject, WANG_FANG]);
      const desk = await start({ people });
      const { request } = await desk.submit();
      await expect(desk.decide(request.id, subject)).rejects.toMatchObject({
        name: 'NotAllowedError',
        message: expect.stringContaining('Only people decide'),
        translations: { 'zh-CN': `只有人员可以审批，“${subject}”不是人员` },
      });
    },
  );

  it('refuses who lost the role after the request came, and lets in who got it', async () => {
    const desk = await start();
    const { request } = await desk.submit();
    desk.people.holders.set('tenant-admin@life', [ZHANG_MIN]);
    await expect(desk.decide(request.id, WANG_FANG)).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining(ZHANG_MIN),
    });
    const file = await desk.decide(request.id, ZHANG_MIN);
    expect(file.stages[0].state).toBe('passed');
  });

  it('lets one person decide one stage only', async () => {
    const people = createPeople();
    people.holders.set('platform-admin', [WANG_FANG, CHEN_JING]);
    const desk = await start({ people });
    const { request } = await desk.submit();
    const { stages } = await desk.decide(request.id, WANG_FANG);
    expect(stages[1].approvers).toEqual([CHEN_JING]);
    await expect(
      desk.decide(request.id, WANG_FANG, 'reject'),
    ).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining('one person decides one stage'),
    });
  });

  it('answers the same decision again with the request as it is', async () => {
    const desk = await start();
    const { request } = await desk.submit();
    const first = await desk.decide(request.id, WANG_FANG);
    expect(await desk.decide(request.id, WANG_FANG)).toEqual(first);
    await desk.decide(request.id, CHEN_JING);
    const again = await desk.decide(request.id, CHEN_JING);
    expect(again.request).toMatchObject({ state: 'approved', version: 3 });
  });

  it('decides nothing while nobody can say who holds the role', async () => {
    const desk = await start();
    const { request } = await desk.submit();
    desk.people.failure = new ServiceUnavailableError('tenancy is away');
    await expect(desk.decide(request.id, WANG_FANG)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    expect((await desk.get(request.id)).request.version).toBe(1);
  });

  it('answers 404 to those who may not see, and 403 with whom to ask to those who may only look', async () => {
    const desk = await start();
    const { request, revision } = await desk.submit();
    const decide = (access: RowAccess, readable: RowAccess) =>
      desk.service.decide(
        {
          id: request.id,
          verdict: 'approve',
          comment: '',
          payloadHash: revision.payloadHash,
        },
        caller(WANG_FANG, access, readable),
      );
    await expect(decide(NOTHING, NOTHING)).rejects.toMatchObject({
      name: 'NotFoundError',
      message: `There is no request '${request.id}'`,
    });
    await expect(decide(NOTHING, RowAccess.all)).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining("not an approver of the stage 'Tenant'"),
    });
    expect((await desk.get(request.id)).request.version).toBe(1);
  });

  it.each(['any', 'all', '{ quorum: 2 }'])(
    'passes a stage of two by the rule %s',
    async mode => {
      const desk = await start({ rules: rulesFile(oneStage(mode)) });
      const { request } = await desk.submit();
      const first = await desk.decide(request.id, WANG_FANG);
      expect(first.request.state).toBe(mode === 'any' ? 'approved' : 'pending');
      if (mode === 'any') return;
      expect(first.stages[0]).toMatchObject({ state: 'open' });
      const second = await desk.decide(request.id, SUN_LI);
      expect(second.request.state).toBe('approved');
    },
  );
});

describe('a stage that nobody can pass', () => {
  const blocked = async (mode: string, holders: string[]) => {
    const people = createPeople();
    people.holders.set('tenant-admin@life', holders);
    const desk = await start({ people, rules: rulesFile(oneStage(mode)) });
    const file = await desk.submit();
    await desk.after(0);
    return { desk, file };
  };

  it.each([
    ['because nobody holds the role', 'any', []],
    ['because only the requester holds the role', 'any', [LI_WEI]],
    ['because all means nobody', 'all', []],
    ['because the quorum is larger', '{ quorum: 2 }', [LI_WEI, WANG_FANG]],
  ])(
    '%s, stays open, is marked, and alerts the platform administrators',
    async (_, mode, holders) => {
      const { desk, file } = await blocked(mode, holders);
      expect(file).toMatchObject({
        request: { state: 'pending' },
        stages: [{ state: 'open' }],
      });
      expect(events(file)).toContain('blocked');
      expect(desk.announcer.notified).toContainEqual({
        recipients: [CHEN_JING],
        reason: 'blocked',
        request: file.request.id,
        state: 'pending',
      });
      await desk.after(3600);
      expect((await desk.get(file.request.id)).request.state).toBe('pending');
      expect(desk.providers.made.size).toBe(0);
    },
  );

  it('passes when somebody is given the role', async () => {
    const { desk, file } = await blocked('any', []);
    desk.people.holders.set('tenant-admin@life', [WANG_FANG]);
    const after = await desk.decide(file.request.id, WANG_FANG);
    expect(after.request.state).toBe('approved');
  });

  it('blocks a later stage, too, when its only approver has decided an earlier one', async () => {
    const people = createPeople();
    people.holders.set('platform-admin', [WANG_FANG]);
    const desk = await start({ people });
    const { request } = await desk.submit();
    const file = await desk.decide(request.id, WANG_FANG);
    expect(file.stages[1]).toMatchObject({ state: 'open', approvers: [] });
    expect(events(file).slice(-2)).toEqual(['stage-opened', 'blocked']);
  });
});
