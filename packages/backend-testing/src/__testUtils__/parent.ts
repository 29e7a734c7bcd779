import path from 'node:path';
import { TypeScriptProcess } from '../TypeScriptProcess';
import { sayReady } from '../workerSide';

// The parent of a worker, itself to be killed: it says which process its worker is.

async function main(): Promise<void> {
  const file = path.join(__dirname, 'worker.ts');
  await TypeScriptProcess.startWorker(file, { write: 'begun' }).then(worker =>
    process.stdout.write(`worker ${worker.pid}\n`),
  );
  sayReady();
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
