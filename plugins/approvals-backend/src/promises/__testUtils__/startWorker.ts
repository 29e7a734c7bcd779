import path from 'node:path';
import { TypeScriptProcess } from '@caas/backend-testing/processes';
import type { WorkerOptions } from './worker';

/** A worker of the desk in a process of its own. */
export const startWorker = (options: WorkerOptions) =>
  TypeScriptProcess.startWorker(path.join(__dirname, 'worker.ts'), options);
