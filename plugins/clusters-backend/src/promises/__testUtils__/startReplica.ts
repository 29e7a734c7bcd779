import path from 'node:path';
import { TypeScriptProcess } from '@caas/backend-testing/processes';
import type { WorkerOptions } from './worker';

/** A replica in a process of its own. */
export const startReplica = (options: WorkerOptions) =>
  TypeScriptProcess.startWorker(path.join(__dirname, 'worker.ts'), options);
