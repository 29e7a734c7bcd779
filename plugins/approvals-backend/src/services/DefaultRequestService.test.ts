import { TestDatabases } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { RowAccess } from '@caas/contract-node';
import {
  caller,
  CHEN_JING,
  createDesk,
  createPeople,
  createStores,
  LI_WEI,
  SUBMISSION,
  SUN_LI,
  WANG_FANG,
  ZHANG_MIN,
} from '../__testUtils__/desk';
import { AUTOMATIC, oneStage, rule, rulesFile } from '../__testUtils__/rules';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const [databaseId] = databases.eachSupportedId()[0];

const NOTHING = RowAccess.fromDecision({ result: AuthorizeResult.DENY });

/** The rows of a tenant. */
function tenantAccess(tenant: string): RowAccess {
  const resourceType = 'approvals-request';
  return RowAccess.fromDecision({
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'approvals',
    resourceType,
    conditions: {
      rule: 'IN_TENANTS',
      resourceType,
      params: { tenants: [tenant] },
    },
  });
}

const start = async (parts: Parameters<typeof createDesk>[1] = {}) =>
  createDesk(await createStores(databases, databaseId), parts);

const events = ({ timeline }: { timeline: Array<{ event: string }> }) =>
  timeline.map(({ event }) => event);

describe('submitting', () => {
  it('asks the owner first, and stores nothing when the owner refuses', async () => {
    const desk = await start();
    await expect(desk.submit({ payload: { name: '' } })).rejects.toMatchObject({
      name: 'InputError',
      message: 'name: Choose a name',
    });
    expect(await desk.knex('requests')).toHaveLength(0);
    expect(await desk.knex('tasks')).toHaveLength(0);
  });

  it('stores nothing while the owner, or who knows the approvers, does not answer', async () => {
    const desk = await start();
    desk.providers.isDown = true;
    await expect(desk.submit()).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    desk.providers.isDown = false;
    desk.people.failure = new ServiceUnavailableError('tenancy is away');
    await expect(desk.submit()).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    expect(await desk.knex('requests')).toHaveLength(0);
  });

  it('knows no kind that nobody announced, and names those that exist', async () => {
    const desk = await start();
    await expect(desk.submit({ kind: 'demo.break' })).rejects.toMatchObject({
      name: 'NotFoundError',
      message: "There is no request kind 'demo.break'. There is 'demo.make'",
    });
  });

  it('answers a foreign tenant as an unknown one, before anybody is asked', async () => {
    const desk = await start();
    const submit = (tenant: string) =>
      desk.service.submit(
        { ...SUBMISSION, tenant },
        caller(ZHANG_MIN, tenantAccess('property')),
      );
    const messages = await Promise.all(
      ['life', 'none'].map(tenant =>
        submit(tenant).catch(error => `${error.name} ${error.message}`),
      ),
    );
    expect(messages[0]).toMatch(/^NotFoundError There is no tenant 'life'/);
    expect(`${messages[0]}`.replace('life', 'none')).toBe(messages[1]);
    expect(desk.providers.calls).toEqual([]);
  });

  it('is for people', async () => {
    const desk = await start();
    await expect(desk.submit({}, 'plugin:scaffolder')).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
  });

  it('lets a request pass that a rule approves, and says why', async () => {
    const desk = await start({ rules: rulesFile(AUTOMATIC) });
    const file = await desk.submit();
    expect(file).toMatchObject({
      request: { state: 'approved' },
      revision: { policy: { rule: 'automatic' } },
      stages: [],
    });
    expect(file.timeline[1]).toMatchObject({
      event: 'auto-approved',
      comment: '自动 / Small enough',
    });
    await desk.after(0);
    expect((await desk.get(file.request.id)).request.state).toBe('completed');
  });

  it('asks the platform administrators when a rule cannot be evaluated, and shows them why', async () => {
    const broken = rule(
      'broken',
      "payload.gpu == '1'",
      '{ title: { zh-CN: 租户, en: Tenant }, approvers: [{ tenantRole: tenant-admin }] }',
    );
    const desk = await start({ rules: rulesFile(broken, AUTOMATIC) });
    const { revision, stages } = await desk.submit();
    expect(revision.policy.rule).toBe('default');
    expect(stages).toMatchObject([{ state: 'open', approvers: [CHEN_JING] }]);
    expect(revision.evidence.items[0]).toMatchObject({
      id: 'policy.failure',
      tone: 'warning',
      value: { en: expect.stringContaining("The rule 'broken' could not") },
    });
  });

  it('gives rules the figures of the evidence', async () => {
    const full = rule(
      'full',
      "evidence['pool.cpu'].tone == 'warning' && evidence['pool.cpu'].used > 10",
      '{ title: { zh-CN: 平台, en: Platform }, approvers: [{ platformRole: platform-admin }] }',
    );
    const desk = await start({ rules: rulesFile(full, AUTOMATIC) });
    const text = { 'zh-CN': '资源池', en: 'Pool' };
    desk.providers.evidenceItems = [
      {
        id: 'pool.cpu',
        label: text,
        value: text,
        tone: 'warning',
        gauge: { used: 15, requested: 2, limit: 16, unit: 'millicores' },
      },
    ];
    expect((await desk.submit()).revision.policy.rule).toBe('full');
  });
});

describe('previewing', () => {
  it('shows the evidence, and stores nothing', async () => {
    const desk = await start();
    expect(await desk.service.preview(SUBMISSION, caller(LI_WEI))).toEqual({
      items: [],
      objects: [],
    });
    expect(await desk.knex('requests')).toHaveLength(0);
    await expect(
      desk.service.preview(SUBMISSION, caller(LI_WEI, NOTHING)),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });
});

describe('reading', () => {
  it('answers a foreign request as an unknown one', async () => {
    const desk = await start();
    const { request } = await desk.submit();
    const foreign = caller(ZHANG_MIN, tenantAccess('property'));
    const messages = await Promise.all(
      [request.id, 'unknown'].map(id =>
        desk.service.get(id, foreign).catch(({ message }) => message),
      ),
    );
    expect(messages).toEqual([
      `There is no request '${request.id}'`,
      "There is no request 'unknown'",
    ]);
  });
});

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

describe('revising', () => {
  const returned = async () => {
    const desk = await start();
    const { request } = await desk.submit();
    await desk.decide(request.id, WANG_FANG, 'return');
    const revise = (payload = { name: 'b' }, person = LI_WEI) =>
      desk.service.revise(
        { id: request.id, payload, purpose: 'Smaller now' },
        caller(person),
      );
    return { desk, id: request.id, revise };
  };

  it('starts over with a new hash, and nothing that was decided before counts', async () => {
    const { desk, id, revise } = await returned();
    const before = await desk.get(id);
    const file = await revise();
    expect(file).toMatchObject({
      request: { state: 'pending', revision: 2, title: { en: 'Make b' } },
      revision: { payload: { name: 'b' }, purpose: 'Smaller now' },
      stages: [{ state: 'open', decisions: [] }, { state: 'waiting' }],
    });
    expect(file.revision.payloadHash).not.toBe(before.revision.payloadHash);
    await expect(
      desk.decide(id, WANG_FANG, 'approve', {
        payloadHash: before.revision.payloadHash,
      }),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    expect((await desk.decide(id, WANG_FANG)).stages[0].state).toBe('passed');
  });

  it('is once when it is repeated', async () => {
    const { revise } = await returned();
    const first = await revise();
    expect(await revise()).toEqual(first);
    await expect(revise({ name: 'c' })).rejects.toMatchObject({
      name: 'ConflictError',
    });
  });

  it('is for the requester, and for a request that was returned', async () => {
    const { desk, revise } = await returned();
    await expect(revise({ name: 'b' }, WANG_FANG)).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    const { request } = await desk.submit();
    await expect(
      desk.service.revise(
        { id: request.id, payload: { name: 'b' }, purpose: 'Smaller' },
        caller(LI_WEI),
      ),
    ).rejects.toMatchObject({ name: 'ConflictError' });
  });
});

describe('withdrawing', () => {
  it('ends a request, once, and closes its stages', async () => {
    const desk = await start();
    const { request } = await desk.submit();
    const withdraw = (person: string) =>
      desk.service.withdraw(
        { id: request.id, comment: 'Not needed' },
        caller(person),
      );
    await expect(withdraw(WANG_FANG)).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining(LI_WEI),
    });
    const file = await withdraw(LI_WEI);
    expect(file).toMatchObject({
      request: { state: 'withdrawn' },
      stages: [{ state: 'skipped' }, { state: 'skipped' }],
    });
    expect(await withdraw(LI_WEI)).toEqual(file);
    await expect(desk.decide(request.id, WANG_FANG)).rejects.toMatchObject({
      name: 'ConflictError',
    });
  });

  it('comes too late for what is approved', async () => {
    const desk = await start();
    const { request } = await desk.submitAndApprove();
    await expect(
      desk.service.withdraw({ id: request.id, comment: '' }, caller(LI_WEI)),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('is approved'),
    });
  });
});

describe('retrying', () => {
  it('is for what has failed, and for those who may', async () => {
    const desk = await start();
    const { request } = await desk.submitAndApprove();
    const retry = (access = RowAccess.all) =>
      desk.service.retry(request.id, caller(CHEN_JING, access, RowAccess.all));
    await expect(retry()).rejects.toMatchObject({ name: 'ConflictError' });
    desk.providers.answers = [{ state: 'failed', steps: [], message: 'No' }];
    await desk.after(0);
    expect((await desk.get(request.id)).request.state).toBe('failed');
    await expect(retry(NOTHING)).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining('administrator'),
    });
    const [first, second] = await Promise.all([retry(), retry()]);
    expect([first.request.state, second.request.state]).toEqual([
      'executing',
      'executing',
    ]);
    await desk.after(1);
    const file = await desk.get(request.id);
    expect(file.request.state).toBe('completed');
    expect(events(file).slice(-4)).toEqual([
      'started',
      'failed',
      'retried',
      'completed',
    ]);
  });
});
