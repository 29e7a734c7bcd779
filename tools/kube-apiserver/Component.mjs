import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const STOP_MS = 5_000;
const LOG_CHARACTERS = 20_000;

/** One process of the control plane, with the end of what it says. */
export class Component {
  #child;
  #ended;
  #said = '';

  constructor(name, binary, args) {
    this.name = name;
    this.#child = spawn(binary, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const listen = chunk => {
      this.#said = `${this.#said}${chunk}`.slice(-LOG_CHARACTERS);
    };
    this.#child.stdout.on('data', listen);
    this.#child.stderr.on('data', listen);
    this.#ended = new Promise(resolve => {
      this.#child.on('exit', resolve);
      this.#child.on('error', error => {
        listen(error.message);
        resolve();
      });
    });
  }

  get isRunning() {
    return (
      this.#child.pid !== undefined &&
      this.#child.exitCode === null &&
      this.#child.signalCode === null
    );
  }

  /** The last lines that it wrote. */
  get lastLines() {
    return this.#said.trim().split('\n').slice(-12).join('\n');
  }

  /** Ends it, by force when it does not obey. */
  async stop() {
    if (!this.isRunning) return;
    this.#child.kill('SIGTERM');
    await Promise.race([
      this.#ended,
      sleep(STOP_MS, undefined, { ref: false }),
    ]);
    if (this.isRunning) this.kill();
    await this.#ended;
  }

  /** Ends it at once, for a process that has no time left. */
  kill() {
    this.#child.kill('SIGKILL');
  }
}
