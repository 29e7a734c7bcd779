import { TestDatabases } from '@backstage/backend-test-utils';
import type { Execution } from '@caas/plugin-approvals-common';
import {
  CHEN_JING,
  createDesk,
  createStores,
  WANG_FANG,
  type Desk,
} from '../__testUtils__/desk';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const [databaseId] = databases.eachSupportedId()[0];

const WORKING: Execution = { state: 'working', steps: [] };

const start = async () => {
  const desk = createDesk(await createStores(databases, databaseId));
  return {
    ...desk,
    /** Lets time pass until the alarm rings, and the worker do what is due then. Answers how long that was. */
    async ring() {
      const afterMs = desk.alarm.afterMs!;
      desk.advance(afterMs / 1000);
      desk.alarm.ring();
      await desk.worker.run();
      return afterMs;
    },
    state: async (id: string) => (await desk.get(id)).request.state,
  };
};

/** What is left besides looking after requests that wait. */
const leftTasks = ({ knex }: Desk) => knex('tasks').whereNot({ type: 'watch' });

describe('TaskWorker', () => {
  it('asks how far an execution is when it is due, without the scheduler', async () => {
    const desk = await start();
    const { request } = await desk.submitAndApprove();
    const approvedAt = desk.clock.now().getTime();
    const waited = () => desk.clock.now().getTime() - approvedAt;
    let polls = 0;
    desk.providers.execute = async () => {
      polls += 1;
      return { ...WORKING, state: waited() < 1500 ? 'working' : 'done' };
    };
    await desk.worker.run();
    while ((await desk.state(request.id)) === 'executing') await desk.ring();
    // Somebody who approved two seconds ago sees it, and the domain was not asked in circles.
    expect(await desk.state(request.id)).toBe('completed');
    expect(waited()).toBeLessThanOrEqual(2000);
    expect(polls).toBeLessThan(10);
  });

  it('asks more and more seldom, and at least every five seconds', async () => {
    const desk = await start();
    await desk.submitAndApprove();
    desk.providers.answers = Array.from({ length: 30 }, () => WORKING);
    await desk.worker.run();
    const pauses = [];
    for (let polls = 0; polls < 28; polls += 1) pauses.push(await desk.ring());
    expect(pauses).toEqual([...pauses].sort((one, other) => one - other));
    expect(pauses[0]).toBe(200);
    expect(pauses.at(-1)).toBe(5000);
  });

  it('sets no alarm when there is nothing to wait for', async () => {
    const desk = await start();
    await desk.worker.run();
    expect(desk.alarm.afterMs).toBeUndefined();
    await desk.submitAndApprove();
    await desk.worker.run();
    expect(await leftTasks(desk)).toEqual([]);
    expect(desk.alarm.afterMs).toBeUndefined();
  });

  it('does not run in circles around a task that it cannot have', async () => {
    const desk = await start();
    await desk.submit();
    const { tasks } = desk;
    // As another worker would, between its lock and its commit.
    jest.spyOn(tasks, 'claimDue').mockResolvedValue([]);
    await desk.worker.run();
    expect(desk.alarm.afterMs).toBe(50);
    expect(tasks.claimDue).toHaveBeenCalledTimes(1);
  });

  it('lets no domain that hangs keep other work waiting', async () => {
    const desk = await start();
    const slow = await desk.submitAndApprove({ payload: { name: 'slow' } });
    const { execute } = desk.providers;
    let answer = (_: Execution) => {};
    desk.providers.execute = subject =>
      subject.payload.name === 'slow'
        ? new Promise(resolve => {
            answer = resolve;
          })
        : execute.call(desk.providers, subject);
    const first = desk.worker.run();

    const quick = await desk.submitAndApprove({ payload: { name: 'quick' } });
    desk.worker.wake();
    const deadline = Date.now() + 5000;
    while ((await desk.state(quick.request.id)) !== 'completed') {
      if (Date.now() > deadline) throw new Error('The quick one has to wait');
    }
    expect(await desk.state(slow.request.id)).toBe('executing');

    answer({ state: 'done', steps: [] });
    await first;
    expect(await desk.state(slow.request.id)).toBe('completed');
  });

  it('has at most ten tasks under way', async () => {
    const desk = await start();
    for (let count = 0; count < 12; count += 1) await desk.submit();
    let underWay = 0;
    let most = 0;
    desk.announcer.notify = async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise(setImmediate);
      underWay -= 1;
    };
    desk.providers.reserve = () =>
      desk.announcer.notify({} as never, {} as never);
    await desk.worker.run();
    expect(most).toBe(10);
    expect(await leftTasks(desk)).toEqual([]);
  });

  it('tries what failed again, later each time, and says why', async () => {
    const desk = await start();
    await desk.submit();
    desk.announcer.failure = new Error('The mail is full');
    const due = async () => {
      const [task] = await desk.knex('tasks').where({ type: 'notify' });
      return {
        seconds:
          (Date.parse(task.next_run_at) - desk.clock.now().getTime()) / 1000,
        attempts: task.attempts,
        error: task.last_error,
        ticket: task.ticket,
      };
    };
    await desk.worker.run();
    const error = 'The mail is full';
    expect(await due()).toEqual({
      seconds: 1,
      attempts: 1,
      error,
      ticket: null,
    });
    await desk.after(1);
    expect(await due()).toMatchObject({ seconds: 2, attempts: 2 });
    for (let times = 0; times < 8; times += 1) await desk.after(60);
    expect(await due()).toMatchObject({ seconds: 60 });
    expect(desk.logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/is tried again in 2 s: The mail is full/),
    );

    desk.announcer.failure = undefined;
    await desk.after(60);
    expect(desk.announcer.notified).toHaveLength(1);
    expect(await leftTasks(desk)).toEqual([]);
  });

  it('takes nothing after it was stopped', async () => {
    const desk = await start();
    const { request } = await desk.submit();
    desk.worker.stop();
    await desk.worker.run();
    expect(desk.providers.calls).not.toContain(`reserve ${request.id}`);
    expect(desk.alarm.afterMs).toBeUndefined();
  });

  it('tells the approvers of each stage, and the requester at the end', async () => {
    const desk = await start();
    const { request } = await desk.submitAndApprove();
    await desk.worker.run();
    expect(
      desk.announcer.notified.map(({ reason, recipients }) => [
        reason,
        recipients,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['decide', expect.arrayContaining([WANG_FANG])],
        ['decide', [CHEN_JING]],
        ['approved', [request.requester]],
        ['ended', [request.requester]],
      ]),
    );
    expect(desk.announcer.notified).toHaveLength(4);
  });
});
