import { instructionsOf, sayReady } from '../workerSide';

// A worker for the test of processes: it writes what it is told, or fails. It lives until it is killed.

const { write, failure } = instructionsOf<{
  write: string;
  failure?: string;
}>();

process.stdout.write(`${write}\n`);
if (failure) {
  process.stderr.write(`${failure}\n`);
  process.exit(3);
}
sayReady();
