import { TestDatabases } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  caller,
  CHEN_JING,
  createDesk,
  createStores,
  LI_WEI,
  SUBMISSION,
  SUN_LI,
  WANG_FANG,
  ZHANG_MIN,
} from '../__testUtils__/desk';
import { NOTHING, tenantAccess } from '../__testUtils__/rowAccess';
import { AUTOMATIC, rule, rulesFile } from '../__testUtils__/rules';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const [databaseId] = databases.eachSupportedId()[0];

const start = async (parts: Parameters<typeof createDesk>[1] = {}) =>
  createDesk(await createStores(databases, databaseId), parts);

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
      translations: {
        'zh-CN': '没有申请类型“demo.break”。现有 demo.make',
      },
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
      value: {
        'zh-CN': expect.stringMatching(
          /^规则“broken”无法.*。改由平台管理员审批$/,
        ),
        en: expect.stringContaining("The rule 'broken' could not"),
      },
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
  it('shows the evidence and who would decide, and stores nothing', async () => {
    const desk = await start();
    expect(await desk.service.preview(SUBMISSION, caller(LI_WEI))).toEqual({
      title: { 'zh-CN': '创建 a', en: 'Make a' },
      payload: SUBMISSION.payload,
      evidence: { items: [], objects: [] },
      policy: { rule: 'two-stages', version: expect.any(String) },
      stages: [
        expect.objectContaining({ approvers: [SUN_LI, WANG_FANG] }),
        expect.objectContaining({ approvers: [CHEN_JING] }),
      ],
    });
    expect(await desk.knex('requests')).toHaveLength(0);
    await expect(
      desk.service.preview(SUBMISSION, caller(LI_WEI, NOTHING)),
    ).rejects.toMatchObject({
      name: 'NotFoundError',
      translations: {
        'zh-CN': expect.stringMatching(/^没有您可以为之申请的租户/),
      },
    });
  });

  it('leaves out who asks, and says why a rule approves by itself', async () => {
    const desk = await start();
    const { stages } = await desk.service.preview(
      SUBMISSION,
      caller(WANG_FANG),
    );
    expect(stages[0].approvers).toEqual([SUN_LI]);
    const easy = await start({ rules: rulesFile(AUTOMATIC) });
    expect(
      await easy.service.preview(SUBMISSION, caller(LI_WEI)),
    ).toMatchObject({ stages: [], automaticReason: { en: 'Small enough' } });
  });

  it('looks at a revision as its own request, for its requester only', async () => {
    const desk = await start();
    const { request } = await desk.submit();
    const preview = (person: string, revises: string) =>
      desk.service.preview({ ...SUBMISSION, revises }, caller(person));
    await preview(LI_WEI, request.id);
    expect(desk.providers.calls.at(-1)).toContain(request.id);
    await expect(preview(SUN_LI, request.id)).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    await expect(preview(LI_WEI, 'unknown')).rejects.toMatchObject({
      name: 'NotFoundError',
    });
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
