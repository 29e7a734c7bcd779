import { spawn } from 'node:child_process';

/** Runs a command to its end; a failure carries the last lines of what it said. */
export function run(command, args, { cwd, env }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const listen = chunk => {
      said = `${said}${chunk}`.slice(-2_000);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('error', reject);
    child.on('close', (code, signal) =>
      code === 0
        ? resolve()
        : reject(
            new Error(
              `${command} ended with ${signal ?? code}:\n${said.trim()}`,
            ),
          ),
    );
  });
}
