/** The variable that tells a worker what to do, as JSON. */
export const INSTRUCTIONS = 'WORKER';
/** The line by which it says that it has begun. */
export const READY = 'ready';

/** What the parent of a worker tells it. @public */
export function instructionsOf<T>(): T {
  return JSON.parse(process.env[INSTRUCTIONS]!);
}

/** Says that a worker has begun. From here on it ends with its parent. @public */
export function sayReady(): void {
  process.stdout.write(`${READY}\n`);
  process.stdin.on('end', () => process.exit(0)).resume();
}
