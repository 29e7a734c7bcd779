import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { parse } from 'yaml';
import { FakePace } from '../__testUtils__/FakePace';
import { FakePortal, refusal } from '../__testUtils__/FakePortal';
import {
  COMPLETED,
  EXECUTING,
  failed,
  LI_WEI,
  REJECTED,
  requestOf,
  RETURNED,
} from '../__testUtils__/requests';
import { createSubmitRequestAction } from './submitRequest';

const INPUT = {
  kind: 'namespace.create',
  tenant: 'life',
  payload: { name: 'pay', environment: 'dev' },
  purpose: 'For the tests',
};
const LINK = 'https://portal.example/requests/r1';

function createStage() {
  const portal = new FakePortal();
  const pace = new FakePace();
  const action = createSubmitRequestAction({ portal, pace });
  const logger = mockServices.logger.mock();
  const log = () => logger.info.mock.calls.map(([line]) => line);
  const output = jest.fn();
  const outputs = () => Object.fromEntries(output.mock.calls);
  const run = (input: object = {}, context: object = {}) =>
    action.handler({
      ...createMockActionContext({ input: { ...INPUT, ...input } }),
      logger,
      output,
      task: { id: 'task-1' },
      getInitiatorCredentials: async () => mockCredentials.user(LI_WEI),
      ...context,
    } as Parameters<typeof action.handler>[0]);
  return { portal, pace, action, log, outputs, run };
}

describe('caas:request:submit', () => {
  it('submits as the person who runs the template, and says where to follow it', async () => {
    const { portal, run, outputs, log } = createStage();
    await run();
    expect(portal.people).toEqual([LI_WEI]);
    expect(portal.submitted).toMatchObject([INPUT]);
    expect(outputs()).toEqual({ id: 'r1', state: 'pending', link: LINK });
    expect(log()).toEqual([`创建 life-pay-dev / Create life-pay-dev: ${LINK}`]);
    expect(portal.looks).toBe(0);
  });

  it('makes one request however often its task runs, and another in another task or step', async () => {
    const { portal, run } = createStage();
    await run();
    await run();
    expect(portal.submitted).toHaveLength(1);
    await run({}, { task: { id: 'task-2' } });
    await run({}, { step: { id: 'second' } });
    await run({ payload: { name: 'other' } });
    const keys = portal.submitted.map(({ idempotencyKey }) => idempotencyKey);
    expect(new Set(keys).size).toBe(4);
    expect(keys.every(key => key && key.length <= 64)).toBe(true);
  });

  it('waits for the end, and tells each stage and each step', async () => {
    const { portal, run, outputs, log } = createStage();
    portal.course = [requestOf(), EXECUTING, EXECUTING, COMPLETED];
    await run({ wait: true });
    expect(outputs()).toMatchObject({ state: 'completed' });
    expect(log().slice(1)).toEqual([
      '已提交 / Submitted — user:default/li-wei',
      '等待审批 / Waits for a decision (租户管理员审批 / Tenant administrator)',
      '同意 / Approved — user:default/wang-fang: Fine',
      '开始执行 / Being carried out',
      '创建对象 / Make the objects: 进行中 / working: 等待配额 / Waits for the quota',
      '已完成 / Completed',
      '创建对象 / Make the objects: 完成 / done',
    ]);
  });

  it('goes on waiting while a request is returned, for its person can revise it', async () => {
    const { portal, run, log } = createStage();
    portal.course = [RETURNED, RETURNED, COMPLETED];
    await run({ wait: true });
    expect(log()).toContain(
      '退回修改 / Returned for revision — user:default/wang-fang: Ask for less',
    );
  });

  it('goes on waiting for what the desk tries again by itself', async () => {
    const { portal, run, outputs } = createStage();
    portal.course = [failed('2026-11-22T08:05:00.000Z'), COMPLETED];
    await run({ wait: true });
    expect(outputs()).toMatchObject({ state: 'completed' });
  });

  it.each([
    [
      'is rejected',
      REJECTED,
      /The request 'r1' was rejected \(user:default\/wang-fang: Not this year\)/,
    ],
    [
      'is withdrawn',
      requestOf({ state: 'withdrawn' }),
      /The request 'r1' was withdrawn/,
    ],
    ['expires', requestOf({ state: 'expired' }), /expired before it was/],
    [
      'fails for good',
      failed(),
      /could not be carried out \(集群拒绝了它 \/ The cluster refuses it\)/,
    ],
  ])('fails with the reason when the request %s', async (_, end, message) => {
    const { portal, run, outputs } = createStage();
    portal.course = [requestOf(), end];
    await expect(run({ wait: true })).rejects.toThrow(message);
    await expect(run({ wait: true })).rejects.toThrow(LINK);
    expect(outputs()).toMatchObject({ id: 'r1', state: end.state });
  });

  it.each([
    ['InputError', 400, "'9000' is out of range: ask for 100m to 1000 cores"],
    ['NotFoundError', 404, "There is no tenant 'nowhere'"],
    ['ConflictError', 409, "The name 'pay' is taken"],
  ])(
    'says in the words of the domain what is refused: %s',
    async (...given) => {
      const [name, , message] = given;
      const { portal, run } = createStage();
      portal.refusal = refusal(...given);
      const expected = {
        name,
        message: `The request 'namespace.create' was refused: ${message}`,
      };
      await expect(run()).rejects.toMatchObject(expected);
      await expect(run({}, { isDryRun: true })).rejects.toMatchObject(expected);
    },
  );

  it('stops waiting when the task is cancelled, and says that the request goes on', async () => {
    const { portal, pace, run } = createStage();
    const controller = new AbortController();
    pace.onPause = () => portal.looks === 2 && controller.abort();
    await expect(
      run({ wait: true }, { signal: controller.signal }),
    ).rejects.toThrow(/The task was cancelled.*goes on: withdraw it at https/);
    expect(portal.looks).toBe(2);
    expect(portal.submitted).toHaveLength(1);
  });

  it('stops waiting when its time is over, and not before', async () => {
    const { pace, run } = createStage();
    await expect(run({ wait: true, waitMinutes: 10 })).rejects.toThrow(
      /still pending after 10 minutes.*goes on/,
    );
    const waited = pace.pauses.reduce((sum, pause) => sum + pause, 0);
    expect(waited).toBe(10 * 60_000);
    expect(Math.max(...pace.pauses)).toBe(15_000);
  });

  it('says so when the sign-in of the person ends before the request does', async () => {
    const { portal, run } = createStage();
    portal.course = [
      requestOf(),
      refusal('AuthenticationError', 401, 'Token has expired'),
    ];
    await expect(run({ wait: true })).rejects.toThrow(
      /Your sign-in ended while the request 'r1' was pending/,
    );
  });

  it('asks again while the portal does not answer, and says it once', async () => {
    const { portal, run, log } = createStage();
    const away = refusal('ServiceUnavailableError', 503, 'away');
    portal.course = [away, new TypeError('fetch failed'), away, COMPLETED];
    await run({ wait: true });
    expect(log().filter(line => /does not answer now/.test(line))).toHaveLength(
      1,
    );
  });

  it('does not ask again for what it may not see any more', async () => {
    const { portal, run } = createStage();
    portal.course = [refusal('NotFoundError', 404, "There is no request 'r1'")];
    await expect(run({ wait: true })).rejects.toThrow(/no request 'r1'/);
    expect(portal.looks).toBe(1);
  });

  it('only tries in a dry run: it tells the evidence and what would be made', async () => {
    const { portal, run, outputs, log } = createStage();
    await run({ wait: true }, { isDryRun: true });
    expect(portal.submitted).toEqual([]);
    expect(portal.previewed).toHaveLength(1);
    expect(log()).toEqual([
      '⚠ 资源池 / Pool: 剩余 2 核 / 2 cores left',
      '将创建 / Would make: ResourceQuota life-pay-dev/tenant',
    ]);
    expect(outputs()).toMatchObject({ id: 'dry-run', state: 'draft' });
  });

  it('has examples that its own schema takes', () => {
    const { action } = createStage();
    const { properties = {}, required } = action.schema!.input as {
      properties?: object;
      required: string[];
    };
    expect(required).toEqual(['kind', 'tenant', 'payload', 'purpose']);
    for (const { example } of action.examples!) {
      const [step] = parse(example).steps;
      expect(step.action).toBe(action.id);
      expect(Object.keys(properties)).toEqual(
        expect.arrayContaining(Object.keys(step.input)),
      );
      expect(Object.keys(step.input)).toEqual(expect.arrayContaining(required));
    }
  });
});
