import path from 'node:path';
import { TypeScriptProcess } from './TypeScriptProcess';
import { until } from './until';

const file = (name: string) =>
  path.join(__dirname, '__testUtils__', `${name}.ts`);

jest.setTimeout(60_000);

/** A signal of nothing fails for a process that is gone. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('a process from TypeScript sources', () => {
  const started: TypeScriptProcess[] = [];
  afterEach(async () => {
    for (const one of started.splice(0)) await one.kill();
  });
  const startWorker = async (instructions: object, name = 'worker') => {
    const worker = await TypeScriptProcess.startWorker(
      file(name),
      instructions,
    );
    started.push(worker);
    return worker;
  };

  it('does what it is told and is there once it has said so', async () => {
    const worker = await startWorker({ write: 'sweet' });
    expect(worker.lines()).toEqual(['sweet', 'ready']);
    expect(worker.hasEnded).toBe(false);
  });

  it('fails with what it wrote, when it ends before it is ready', async () => {
    await expect(
      startWorker({ write: 'begun', failure: 'no database' }),
    ).rejects.toThrow(
      /^The process ended with 3 before it wrote 'ready':\n(?=[^]*begun)(?=[^]*no database)/,
    );
  });

  it('is killed once, and can be killed again', async () => {
    const worker = await startWorker({ write: 'begun' });
    expect(await worker.kill()).toMatchObject({
      code: null,
      signal: 'SIGKILL',
    });
    expect(worker.hasEnded).toBe(true);
    expect(await worker.kill()).toMatchObject({ signal: 'SIGKILL' });
  });

  it('hears nothing while it is paused, and everything once it is resumed', async () => {
    const worker = await startWorker({ write: 'begun' });
    worker.pause();
    worker.signal('SIGTERM');
    expect(worker.hasEnded).toBe(false);
    worker.resume();
    expect(await worker.ended()).toMatchObject({ signal: 'SIGTERM' });
  });

  it('ends with its parent, even if that is killed', async () => {
    const parent = await startWorker({}, 'parent');
    const pid = Number(/worker (\d+)/.exec(parent.tail())![1]);
    expect(isAlive(pid)).toBe(true);
    await parent.kill();
    await until('the worker is gone', 30_000, async () => !isAlive(pid));
  });
});
