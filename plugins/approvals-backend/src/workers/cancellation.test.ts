import { TestDatabases } from '@backstage/backend-test-utils';
import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import { RowAccess } from '@caas/contract-node';
import type { Execution } from '@caas/plugin-approvals-common';
import {
  caller,
  CHEN_JING,
  createDesk,
  createStores,
  LI_WEI,
  WANG_FANG,
  type Desk,
} from '../__testUtils__/desk';
import { NOTHING } from '../__testUtils__/rowAccess';

// Days pass in steps, each a few statements: more than a busy machine does in the usual five seconds.
jest.setTimeout(30_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const WORKING: Execution = { state: 'working', steps: [] };
const TEMPORARY: Execution = {
  state: 'failed',
  steps: [],
  message: { 'zh-CN': '集群已满', en: 'The cluster is full' },
  isTemporary: true,
};
const MINUTE = 60;

const cancel = (desk: Desk, id: string, by = caller(CHEN_JING)) =>
  desk.service.cancel({ id, comment: 'Not wanted any more' }, by);
const stateOf = async (desk: Desk, id: string) =>
  (await desk.get(id)).request.state;

describe.each(databases.eachSupportedId())('cancelling on %s', databaseId => {
  const start = async (...answers: Array<Execution | Error>) => {
    const desk = createDesk(await createStores(databases, databaseId));
    const { request } = await desk.submitAndApprove();
    desk.providers.answers = answers;
    await desk.worker.run();
    return { desk, id: request.id };
  };

  it('ends what is under way when its owner takes it back, once', async () => {
    const { desk, id } = await start(WORKING);
    expect(await stateOf(desk, id)).toBe('executing');
    const both = await Promise.allSettled([cancel(desk, id), cancel(desk, id)]);
    // The slower of the two may find the state changed under its hands.
    const refusals = both.flatMap(each =>
      each.status === 'rejected' ? [each.reason.name] : [],
    );
    expect([[], ['ConflictError']]).toContainEqual(refusals);
    await desk.after(10 * MINUTE);
    const { request, timeline } = await desk.get(id);
    expect(request.state).toBe('withdrawn');
    expect(timeline.at(-1)).toMatchObject({
      event: 'cancelled',
      by: CHEN_JING,
      comment: 'Not wanted any more',
    });
    expect(timeline.filter(({ event }) => event === 'cancelled')).toHaveLength(
      1,
    );
    expect(desk.providers.made.size).toBe(0);
    expect(desk.announcer.notified).toContainEqual(
      expect.objectContaining({ reason: 'ended', state: 'withdrawn' }),
    );
    expect(await cancel(desk, id)).toMatchObject({
      request: { state: 'withdrawn', version: request.version },
    });
  });

  it('leaves what is under way when its owner cannot take it back, and says so', async () => {
    const { desk, id } = await start(WORKING);
    desk.providers.canCancel = false;
    await expect(cancel(desk, id)).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining("'demo.make' has begun cannot be"),
      translations: {
        'zh-CN': expect.stringContaining('已开始执行，不能取消'),
      },
    });
    expect(await stateOf(desk, id)).toBe('executing');
  });

  it('ends what has failed, whether its owner can take it back or not', async () => {
    const { desk, id } = await start(new ConflictError('The name is taken'));
    desk.providers.canCancel = false;
    await cancel(desk, id);
    expect(await stateOf(desk, id)).toBe('withdrawn');
    await desk.after(0);
    expect(desk.providers.calls).toContain(`release ${id}`);
    await expect(
      desk.service.retry(id, caller(CHEN_JING)),
    ).rejects.toMatchObject({ name: 'ConflictError' });
  });

  it("hands on the owner's refusal, and its silence, and changes nothing", async () => {
    const { desk, id } = await start(new ConflictError('No'));
    desk.providers.isDown = true;
    await expect(cancel(desk, id)).rejects.toBeInstanceOf(
      ServiceUnavailableError,
    );
    expect(await stateOf(desk, id)).toBe('failed');
  });

  it('is for those who may, and the owner is not asked for others', async () => {
    const { desk, id } = await start(WORKING);
    await expect(
      cancel(desk, id, caller(LI_WEI, NOTHING, RowAccess.all)),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    await expect(
      cancel(desk, id, caller(LI_WEI, NOTHING)),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
    await expect(
      cancel(desk, id, caller('plugin:tenancy')),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect(desk.providers.calls).not.toContain(`cancel ${id}`);
  });

  it('refuses a request that is not approved yet', async () => {
    const desk = createDesk(await createStores(databases, databaseId));
    const { request } = await desk.submit();
    await expect(cancel(desk, request.id)).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining("'cancel' is not possible"),
    });
    expect(desk.providers.calls).not.toContain(`cancel ${request.id}`);
  });
});

describe.each(databases.eachSupportedId())(
  'a failure that passes by itself, on %s',
  databaseId => {
    const start = async (failures: number) => {
      const desk = createDesk(await createStores(databases, databaseId));
      const { request } = await desk.submitAndApprove();
      desk.providers.answers = Array.from(
        { length: failures },
        () => TEMPORARY,
      );
      await desk.worker.run();
      return { desk, id: request.id };
    };

    it('is tried again by schedule, later each time, and nobody is told of it', async () => {
      const { desk, id } = await start(2);
      expect(await desk.get(id)).toMatchObject({
        request: { state: 'failed' },
        execution: { message: TEMPORARY.message },
      });
      expect((await desk.get(id)).execution?.retryAt).toBe(
        new Date(desk.clock.now().getTime() + MINUTE * 1000).toISOString(),
      );
      await desk.after(MINUTE);
      expect(await stateOf(desk, id)).toBe('failed');
      await desk.after(MINUTE);
      expect(await stateOf(desk, id)).toBe('failed');
      await desk.after(MINUTE);
      expect(await stateOf(desk, id)).toBe('completed');
      const { timeline, execution } = await desk.get(id);
      expect(timeline.map(({ event }) => event).slice(5)).toEqual([
        'started',
        'failed',
        'retried',
        'failed',
        'retried',
        'completed',
      ]);
      expect(execution?.retryAt).toBeUndefined();
      await desk.after(0);
      expect(
        desk.announcer.notified
          .filter(({ reason }) => reason === 'ended')
          .map(({ state }) => state),
      ).toEqual(['completed']);
    });

    it('is given up in the end, and told', async () => {
      const { desk, id } = await start(100);
      for (let hours = 0; hours < 48; hours += 2) {
        await desk.after(120 * MINUTE);
      }
      const file = await desk.get(id);
      expect(file.request.state).toBe('failed');
      expect(file.execution?.retryAt).toBeUndefined();
      expect(
        file.timeline.filter(({ event }) => event === 'retried'),
      ).toHaveLength(12);
      await desk.after(0);
      expect(
        desk.announcer.notified.filter(({ reason }) => reason === 'ended'),
      ).toHaveLength(1);
    });

    it('is tried at once when somebody says so, once', async () => {
      const { desk, id } = await start(1);
      await desk.service.retry(id, caller(WANG_FANG));
      await desk.after(0);
      expect(await stateOf(desk, id)).toBe('completed');
      await desk.after(10 * MINUTE);
      const { timeline } = await desk.get(id);
      expect(
        timeline.filter(({ event }) => event === 'completed'),
      ).toHaveLength(1);
      expect(await desk.knex('tasks').where({ type: 'execute' })).toEqual([]);
    });
  },
);
