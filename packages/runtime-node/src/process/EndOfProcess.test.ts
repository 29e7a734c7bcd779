import { EndOfProcess } from './EndOfProcess';

/** A process whose time stands still and that never stops by itself. */
function create(limitMs = 60_000) {
  let now = 0;
  const exits: number[] = [];
  const lines: string[] = [];
  let resolve = () => {};
  let reject = (_: Error) => {};
  const stopped = new Promise<void>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  let stops = 0;
  const end = new EndOfProcess({
    stop: () => {
      stops += 1;
      return stopped;
    },
    log: (_, message) => void lines.push(message),
    exit: code => void exits.push(code),
    now: () => now,
    limitMs: () => limitMs,
  });
  return {
    end,
    exits,
    lines,
    stops: () => stops,
    pass: (ms: number) => {
      now += ms;
    },
    finish: async (error?: Error) => {
      if (error) reject(error);
      else resolve();
      await new Promise(setImmediate);
    },
  };
}

describe('EndOfProcess', () => {
  it('stops once for two signals within a second, and exits with 0', async () => {
    const { end, exits, stops, pass, finish } = create();
    end.onSignal('SIGINT', 2);
    pass(900);
    end.onSignal('SIGTERM', 15);
    expect(exits).toEqual([]);
    await finish();
    expect(stops()).toBe(1);
    expect(exits).toEqual([0]);
  });

  it('exits at once at a signal that comes later', () => {
    const { end, exits, pass } = create();
    end.onSignal('SIGTERM', 15);
    pass(1001);
    end.onSignal('SIGTERM', 15);
    expect(exits).toEqual([143]);
  });

  it('exits with 1 after a crash, also when a signal had come before', async () => {
    const { end, exits, stops, finish } = create();
    end.onSignal('SIGTERM', 15);
    end.onCrash('Uncaught exception', new Error('while draining'));
    await finish();
    expect(stops()).toBe(1);
    expect(exits).toEqual([1]);
  });

  it('exits with 1 when the stop fails, and says why', async () => {
    const { end, exits, lines, finish } = create();
    end.onSignal('SIGTERM', 15);
    await finish(new Error('database'));
    expect(exits).toEqual([1]);
    expect(lines).toEqual(['Received SIGTERM', 'Could not stop in good order']);
  });

  it('says once why the backend did not start, though the stop fails of the same', async () => {
    const { end, exits, lines, finish } = create();
    const refused = new Error('no database');
    end.onCrash('The backend did not start', refused);
    await finish(refused);
    expect(exits).toEqual([1]);
    expect(lines).toEqual(['The backend did not start, shutting down']);
  });

  it('exits with 1 when the limit passes', () => {
    jest.useFakeTimers();
    try {
      const { end, exits } = create(5000);
      end.onCrash('Uncaught exception', new Error('stuck'));
      jest.advanceTimersByTime(5000);
      expect(exits).toEqual([1]);
    } finally {
      jest.useRealTimers();
    }
  });
});
