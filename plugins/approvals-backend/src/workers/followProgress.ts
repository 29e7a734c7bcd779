import type { EventsService } from '@backstage/plugin-events-node';
import {
  EXECUTION_PROGRESS_TOPIC,
  type ExecutionProgress,
} from '@caas/plugin-approvals-common';
import type { TaskStore } from '../database/TaskStore';
import type { Clock } from '../domain/Clock';
import type { TaskWorker } from './TaskWorker';

/** Asks an owner at once when it says that an execution has moved. What is not heard is seen when the owner is next asked. */
export async function followProgress(options: {
  events: EventsService;
  tasks: Pick<TaskStore, 'hasten'>;
  worker: Pick<TaskWorker, 'wake'>;
  clock: Clock;
}): Promise<void> {
  const { events, tasks, worker, clock } = options;
  await events.subscribe({
    id: 'approvals-execution-progress',
    topics: [EXECUTION_PROGRESS_TOPIC],
    onEvent: async ({ eventPayload }) => {
      const { requestId } = eventPayload as Partial<ExecutionProgress>;
      if (typeof requestId !== 'string') return;
      if (await tasks.hasten(requestId, clock.now())) worker.wake();
    },
  });
}
