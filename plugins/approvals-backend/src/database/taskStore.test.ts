import { TestDatabases } from '@backstage/backend-test-utils';
import type { Execution } from '@caas/plugin-approvals-common';
import {
  createDesk,
  createStores,
  NOW,
  type Stores,
} from '../__testUtils__/desk';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const LATER = new Date(NOW.getTime() + 15_000);
const DONE: Execution = { state: 'done', steps: [] };
const NEXT = { runAt: LATER, attempts: 1 };

describe.each(databases.eachSupportedId())('tasks on %s', databaseId => {
  const start = async () => {
    const stores = await createStores(databases, databaseId);
    return { stores, desk: createDesk(stores) };
  };
  const claim = ({ tasks }: Stores, ticket: string, now = NOW, limit = 100) =>
    tasks.claimDue({ now, leaseSeconds: 15, limit, ticket });
  /** The task to execute an approved request, claimed. */
  const claimExecution = async ({ tasks, knex }: Stores, ticket: string) => {
    await knex('tasks').whereNot({ type: 'execute' }).delete();
    const [task] = await tasks.claimDue({
      now: NOW,
      leaseSeconds: 15,
      limit: 1,
      ticket,
    });
    return task;
  };

  it('go to one of many claimers each, at once', async () => {
    const { stores, desk } = await start();
    for (let index = 0; index < 10; index += 1) await desk.submit();
    const claims = await Promise.all(
      Array.from({ length: 8 }, (_, n) => claim(stores, `t${n}`, NOW, 5)),
    );
    const ids = claims.flat().map(({ id }) => id);
    expect(ids).toHaveLength(20);
    expect(new Set(ids).size).toBe(20);
  });

  it('are not due before the lease ends, and are due again then', async () => {
    const { stores, desk } = await start();
    await desk.submit();
    expect(await claim(stores, 'first')).toHaveLength(2);
    expect(await claim(stores, 'second')).toHaveLength(0);
    const again = await claim(stores, 'second', LATER);
    expect(again.map(({ ticket }) => ticket)).toEqual(['second', 'second']);
  });

  it('are left alone by a worker that has lost its ticket', async () => {
    const { stores, desk } = await start();
    const { request } = await desk.submitAndApprove();
    const slow = await claimExecution(stores, 'slow');
    expect(await stores.tasks.startExecution(slow, NOW)).toBe(true);
    const [fast] = await claim(stores, 'fast', LATER);
    expect(await stores.tasks.startExecution(fast, LATER)).toBe(true);

    expect(await stores.tasks.startExecution(slow, LATER)).toBe(false);
    expect(await stores.tasks.postpone(slow, NEXT)).toBe(false);
    expect(await stores.tasks.finish(slow)).toBe(false);
    const late: Execution = { state: 'failed', steps: [] };
    expect(await stores.tasks.recordExecution(slow, late, NEXT, LATER)).toBe(
      false,
    );
    expect((await desk.get(request.id)).request.state).toBe('executing');

    expect(await stores.tasks.recordExecution(fast, DONE, NEXT, LATER)).toBe(
      true,
    );
    expect((await desk.get(request.id)).request.state).toBe('completed');
  });

  it('end an execution once, though two workers believe that it is theirs', async () => {
    const { stores, desk } = await start();
    const { request } = await desk.submitAndApprove();
    const task = await claimExecution(stores, 'same');
    const starts = await Promise.all([
      stores.tasks.startExecution(task, NOW),
      stores.tasks.startExecution(task, NOW),
    ]);
    expect(starts).toEqual([true, true]);
    const ends = await Promise.all([
      stores.tasks.recordExecution(task, DONE, NEXT, NOW),
      stores.tasks.recordExecution(task, DONE, NEXT, NOW),
    ]);
    expect(ends.filter(Boolean)).toHaveLength(1);
    const { timeline } = await desk.get(request.id);
    expect(timeline.map(({ event }) => event)).toEqual([
      'submitted',
      'approved',
      'stage-opened',
      'approved',
      'passed',
      'started',
      'completed',
    ]);
  });

  it('keep what an execution says in both languages, and read what an older portal wrote in English', async () => {
    const { stores, desk } = await start();
    const { request } = await desk.submitAndApprove();
    const task = await claimExecution(stores, 'same');
    await stores.tasks.startExecution(task, NOW);
    const message = { 'zh-CN': '等待配额', en: 'Waits for the quota' };
    const step = {
      id: 'allocate',
      label: { 'zh-CN': '分配', en: 'Allocate' },
      state: 'working' as const,
    };
    const waiting: Execution = {
      state: 'working',
      steps: [{ ...step, message }, step],
      message,
    };
    await stores.tasks.recordExecution(task, waiting, NEXT, NOW);
    expect((await desk.get(request.id)).execution).toEqual(waiting);

    await stores.knex('executions').update({
      steps: JSON.stringify([{ ...step, message: message.en }]),
      message: message.en,
    });
    const inEnglish = { 'zh-CN': message.en, en: message.en };
    expect((await desk.get(request.id)).execution).toEqual({
      ...waiting,
      steps: [{ ...step, message: inEnglish }],
      message: inEnglish,
    });
  });

  it('never execute what is not approved, whoever wrote the task', async () => {
    const { stores, desk } = await start();
    const { request } = await desk.submit();
    await stores.knex('tasks').where({ type: 'watch' }).delete();
    await stores.knex('tasks').update({ type: 'execute' });
    const [task, other] = await claim(stores, 'worker');
    expect(await stores.tasks.startExecution(task, NOW)).toBe(false);
    expect(await stores.tasks.recordExecution(other, DONE, NEXT, NOW)).toBe(
      false,
    );
    expect((await desk.get(request.id)).request.state).toBe('pending');
    expect(await stores.knex('tasks')).toHaveLength(0);
  });
});
