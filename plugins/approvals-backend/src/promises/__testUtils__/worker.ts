import type { LoggerService } from '@backstage/backend-plugin-api';
import { instructionsOf, sayReady } from '@caas/backend-testing/processes';
import createKnex, { type Knex } from 'knex';
import { FakeAnnouncer } from '../../clients/FakeAnnouncer';
import { FakePeopleDirectory } from '../../clients/FakePeopleDirectory';
import { DatabaseRequestStore } from '../../database/DatabaseRequestStore';
import { DatabaseTaskStore } from '../../database/DatabaseTaskStore';
import { TimeoutAlarm } from '../../workers/Alarm';
import { TaskRunner } from '../../workers/TaskRunner';
import { TaskWorker } from '../../workers/TaskWorker';
import { ownersAt } from './ownersAt';

// The worker of the desk in a process of its own: to be killed. It lives until then.

/** What the parent tells it. */
export type WorkerOptions = {
  database: Knex.Config;
  ownerUrl: string;
  /** How far the clock of this machine is ahead, so that nobody waits for the lease of a worker that was killed. */
  aheadSeconds: number;
};

const TICK_MS = 100;
const nothing = () => {};
const SILENT: LoggerService = {
  error: nothing,
  warn: nothing,
  info: nothing,
  debug: nothing,
  child: () => SILENT,
};

function main(): void {
  const { database, ownerUrl, aheadSeconds } = instructionsOf<WorkerOptions>();
  const knex = createKnex(database);
  const clock = { now: () => new Date(Date.now() + aheadSeconds * 1000) };
  const tasks = DatabaseTaskStore.create({ knex });
  const worker = TaskWorker.create({
    tasks,
    runner: TaskRunner.create({
      tasks,
      requests: DatabaseRequestStore.create({ knex, clock }),
      providers: ownersAt(ownerUrl),
      people: new FakePeopleDirectory(),
      announcer: new FakeAnnouncer(),
      clock,
    }),
    alarm: new TimeoutAlarm(),
    clock,
    logger: SILENT,
  });
  setInterval(() => worker.wake(), TICK_MS);
  sayReady();
}

main();
