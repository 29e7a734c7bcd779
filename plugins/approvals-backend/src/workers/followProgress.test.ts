import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { DefaultEventsService } from '@backstage/plugin-events-node';
import {
  EXECUTION_PROGRESS_TOPIC,
  type Execution,
} from '@caas/plugin-approvals-common';
import { createDesk, createStores } from '../__testUtils__/desk';
import { followProgress } from './followProgress';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const WORKING: Execution = { state: 'working', steps: [] };
const DONE: Execution = { state: 'done', steps: [] };

describe.each(databases.eachSupportedId())(
  'what owners say of executions, on %s',
  databaseId => {
    const start = async () => {
      const desk = createDesk(await createStores(databases, databaseId));
      const events = DefaultEventsService.create({
        logger: mockServices.logger.mock(),
      });
      const { tasks, worker, clock } = desk;
      await followProgress({ events, tasks, worker, clock });
      const hear = async (eventPayload: unknown) => {
        await events.publish({ topic: EXECUTION_PROGRESS_TOPIC, eventPayload });
        await worker.run();
      };
      const stateOf = async (id: string) => (await desk.get(id)).request.state;
      return { desk, hear, stateOf };
    };

    it('is asked for at once, long before the next look', async () => {
      const { desk, hear, stateOf } = await start();
      const { request } = await desk.submitAndApprove();
      desk.providers.answers = [...Array(12).fill(WORKING), DONE];
      for (let looks = 0; looks < 12; looks += 1) await desk.after(10);
      await desk.worker.run();
      expect(await stateOf(request.id)).toBe('executing');
      await hear({ requestId: request.id });
      expect(await stateOf(request.id)).toBe('completed');
    });

    it('hastens neither another request nor one that is not executed', async () => {
      const { desk, hear, stateOf } = await start();
      const { request } = await desk.submitAndApprove();
      const waiting = await desk.submit();
      desk.providers.answers = [WORKING, DONE];
      await desk.worker.run();
      await hear({ requestId: waiting.request.id });
      await hear({ requestId: 'unknown' });
      await hear({ requestId: { $ne: null } });
      await hear({});
      expect(await stateOf(request.id)).toBe('executing');
      expect(await stateOf(waiting.request.id)).toBe('pending');
    });

    it('leaves a task alone that a worker holds', async () => {
      const { desk } = await start();
      const { request } = await desk.submitAndApprove();
      desk.providers.answers = [WORKING];
      await desk.worker.run();
      desk.advance(60);
      const now = desk.clock.now();
      const held = await desk.tasks.claimDue({
        now,
        leaseSeconds: 15,
        limit: 10,
        ticket: 'other',
      });
      expect(held.map(({ requestId }) => requestId)).toEqual([request.id]);
      expect(await desk.tasks.hasten(request.id, now)).toBe(false);
    });
  },
);
