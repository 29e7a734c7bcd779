// Processes that a harness starts and ends.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Starts a process and keeps its output.
 *
 * `ready(text)` is asked with all the output so far whenever there is more; `start` resolves with its first truthy answer, and
 * rejects with the last lines when the process ends before.
 */
export function spawnPart(name, command, args, options = {}) {
  let text = '';
  let watch = () => {};
  const child = spawn(command, args, {
    ...options,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const keep = chunk => {
    text += chunk;
    watch();
  };
  child.stdout.setEncoding('utf8').on('data', keep);
  child.stderr.setEncoding('utf8').on('data', keep);
  child.stdin.on('error', () => {});
  const over = new Promise(resolve => {
    child.once('error', error => {
      text += `${error.message}\n`;
      resolve({ code: undefined, signal: undefined });
    });
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  return {
    pid: child.pid,
    log: () => text,
    isOver,
    /** Resolves with code and signal once the process is gone. */
    over,
    ready: found =>
      new Promise((resolve, reject) => {
        watch = () => {
          const answer = found(text);
          if (answer) resolve(answer);
        };
        watch();
        over.then(({ code, signal }) =>
          reject(
            new Error(
              `The ${name} ended with ${code ?? signal}:\n${text.split('\n').slice(-40).join('\n')}`,
            ),
          ),
        );
      }),
    /** Asks it to end, and makes it after the seconds given. */
    async stop(signal = 'SIGTERM', seconds = 40) {
      if (!isOver()) child.kill(signal);
      const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
      const ended = await over;
      clearTimeout(timer);
      return ended;
    },
  };
}

/** Runs a command to its end; throws with its last lines when it fails. */
export async function run(name, command, args, options = {}) {
  const part = spawnPart(name, command, args, options);
  const { code } = await part.over;
  if (code !== 0) {
    const lines = part.log().trimEnd().split('\n').slice(-30).join('\n');
    throw new Error(`${name} failed:\n${lines}`);
  }
  return part.log();
}

/** A port of this machine that is free now. */
export async function freePort() {
  const { createServer } = await import('node:net');
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}
