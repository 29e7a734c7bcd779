import { TestDatabases } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { withChinese } from '@caas/contract';
import {
  caller,
  CHEN_JING,
  createDesk,
  createStores,
  LI_WEI,
  WANG_FANG,
} from '../__testUtils__/desk';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('an execution on %s', databaseId => {
  const start = async () => {
    const desk = createDesk(await createStores(databases, databaseId));
    return {
      ...desk,
      events: async (id: string) =>
        (await desk.get(id)).timeline.map(({ event }) => event),
    };
  };

  it('shows its steps, and completes the request with the payload that was approved', async () => {
    const desk = await start();
    const { request, revision } = await desk.submitAndApprove();
    const step = { id: 'write', label: { 'zh-CN': '写入', en: 'Write' } };
    desk.providers.answers = [
      { state: 'working', steps: [{ ...step, state: 'working' }] },
      { state: 'done', steps: [{ ...step, state: 'done' }] },
    ];
    await desk.worker.run();
    expect(await desk.get(request.id)).toMatchObject({
      request: { state: 'executing' },
      execution: { state: 'working', steps: [{ state: 'working' }] },
    });
    await desk.after(1);
    expect(await desk.get(request.id)).toMatchObject({
      request: { state: 'completed' },
      execution: { state: 'done', steps: [{ state: 'done' }] },
    });
    expect(desk.providers.made.get(request.id)).toEqual({
      payload: revision.payload,
      payloadHash: revision.payloadHash,
    });
    expect(desk.announcer.signalled).toContain(request.id);
  });

  it('waits for a domain that is down, says so, and completes when it is back', async () => {
    const desk = await start();
    const { request } = await desk.submitAndApprove();
    desk.providers.isDown = true;
    for (let times = 0; times < 5; times += 1) await desk.after(30);
    expect(await desk.get(request.id)).toMatchObject({
      request: { state: 'executing' },
      execution: {
        state: 'working',
        message: {
          'zh-CN': '插件没有响应',
          en: 'The plugin does not answer',
        },
      },
    });
    desk.providers.isDown = false;
    await desk.after(60);
    expect((await desk.get(request.id)).request.state).toBe('completed');
    expect(desk.providers.made.size).toBe(1);
  });

  it("stays executing with the domain's reason while its cluster is down", async () => {
    const desk = await start();
    const { request } = await desk.submitAndApprove();
    const message = {
      'zh-CN': '集群“nonprod”没有响应',
      en: "The cluster 'nonprod' does not answer",
    };
    desk.providers.answers = Array.from({ length: 20 }, () => ({
      state: 'working',
      steps: [],
      message,
    }));
    for (let times = 0; times < 20; times += 1) {
      await desk.after(60);
      expect(await desk.get(request.id)).toMatchObject({
        request: { state: 'executing' },
        execution: { state: 'working', message },
      });
    }
    await desk.after(5);
    const file = await desk.get(request.id);
    expect(file.request.state).toBe('completed');
    expect(file.execution?.message).toBeUndefined();
    expect(await desk.events(request.id)).toEqual([
      'submitted',
      'approved',
      'stage-opened',
      'approved',
      'passed',
      'started',
      'completed',
    ]);
  });

  it("fails in the domain's words, and begins anew when somebody retries, once", async () => {
    const desk = await start();
    const { request } = await desk.submitAndApprove();
    desk.providers.answers = [
      withChinese(new ConflictError('The name is taken'), '名称已被占用'),
    ];
    await desk.worker.run();
    expect(await desk.get(request.id)).toMatchObject({
      request: { state: 'failed' },
      execution: {
        state: 'failed',
        message: { 'zh-CN': '名称已被占用', en: 'The name is taken' },
      },
    });
    expect((await desk.get(request.id)).timeline.at(-1)).toMatchObject({
      event: 'failed',
      comment: '名称已被占用 / The name is taken',
    });
    await desk.after(600);
    expect((await desk.get(request.id)).request.state).toBe('failed');

    await Promise.all(
      [1, 2].map(() => desk.service.retry(request.id, caller(CHEN_JING))),
    );
    await desk.after(0);
    expect(await desk.events(request.id)).toEqual([
      'submitted',
      'approved',
      'stage-opened',
      'approved',
      'passed',
      'started',
      'failed',
      'retried',
      'completed',
    ]);
  });

  it.each([
    ['the payload', { payload: '{"name":"b"}' }],
    [
      'the payload and its hash',
      { payload: '{"name":"b"}', payload_hash: 'x' },
    ],
    ['the hash', { payload_hash: 'x' }],
  ])(
    'does nothing when somebody changed %s in the database',
    async (_, change) => {
      const desk = await start();
      const { request } = await desk.submitAndApprove();
      await desk.knex('request_revisions').update(change);
      await desk.worker.run();
      const file = await desk.get(request.id);
      expect(file.request.state).toBe('failed');
      expect(file.execution?.message).toEqual({
        'zh-CN': expect.stringContaining('没有执行任何操作'),
        en: expect.stringContaining(
          'is not the one that was approved: nothing was done',
        ),
      });
      expect(desk.providers.made.size).toBe(0);
      expect(desk.providers.calls).not.toContain(`execute ${request.id}`);
    },
  );

  it('shows what is pending to its domain, also while it is returned, and forgets it at the end', async () => {
    const desk = await start();
    const { reserved } = desk.providers;
    const { request } = await desk.submit();
    await desk.worker.run();
    expect([...reserved.keys()]).toEqual([request.id]);
    await desk.decide(request.id, WANG_FANG, 'return');
    await desk.worker.run();
    expect([...reserved.keys()]).toEqual([request.id]);
    await desk.service.revise(
      { id: request.id, payload: { name: 'b' }, purpose: 'Smaller' },
      caller(LI_WEI),
    );
    await desk.worker.run();
    expect(reserved.get(request.id)).toEqual({ name: 'b' });
    await desk.decide(request.id, WANG_FANG, 'reject');
    await desk.worker.run();
    expect(reserved.size).toBe(0);
    expect(desk.providers.made.size).toBe(0);
  });

  it('does not reserve for a request that was withdrawn before', async () => {
    const desk = await start();
    const { request } = await desk.submit();
    await desk.service.withdraw(
      { id: request.id, comment: '' },
      caller(LI_WEI),
    );
    await desk.worker.run();
    expect(desk.providers.calls).not.toContain(`reserve ${request.id}`);
    expect(desk.providers.reserved.size).toBe(0);
  });
});
