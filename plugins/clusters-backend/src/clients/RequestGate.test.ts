import {
  ClusterRefusedError,
  ClusterUnavailableError,
  type ClusterTrouble,
} from './KubernetesClient';
import { RequestGate } from './RequestGate';

/** A gate on a clock of its own: who waits moves it. */
function start() {
  let now = 0;
  const times: number[] = [];
  const gate = new RequestGate({
    now: () => now,
    wait: async milliseconds => {
      now += milliseconds;
    },
  });
  const ask = async (trouble?: ClusterTrouble) => {
    try {
      await gate.pass(async () => {
        times.push(now);
        if (trouble) throw new ClusterUnavailableError('In trouble', trouble);
      });
      return 'answered';
    } catch (error) {
      return (error as Error).message;
    }
  };
  return {
    gate,
    ask,
    times,
    advance: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

describe('the gate to a cluster', () => {
  it('lets five through at once while all is well, and the next as they come back', async () => {
    const { gate } = start();
    let under = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 40 }, () =>
        gate.pass(async () => {
          under += 1;
          most = Math.max(most, under);
          await new Promise(resolve => {
            setImmediate(resolve);
          });
          under -= 1;
        }),
      ),
    );
    expect(most).toBe(5);
    expect(under).toBe(0);
  });

  it('lets eight a second through while a cluster fails, until ten in a row were answered', async () => {
    const { ask, times } = start();
    for (let count = 0; count < 9; count += 1) await ask({ kind: 'failing' });
    expect(times.slice(1)).toEqual([125, 250, 375, 500, 625, 750, 875, 1000]);
    for (let count = 0; count < 10; count += 1) await ask();
    const trusted = times.at(-1)!;
    await ask();
    expect(times.at(-1)).toBe(trusted);
  });

  it.each<[string, ClusterTrouble, number]>([
    [
      'the time that a busy cluster names',
      { kind: 'busy', retryAfterSeconds: 7 },
      7_000,
    ],
    ['a minute after a token that is not accepted', { kind: 'token' }, 60_000],
  ])('asks nothing before %s', async (_, trouble, milliseconds) => {
    const { ask, times, advance } = start();
    await ask(trouble);
    advance(milliseconds - 2_001);
    expect(await ask()).toBe('In trouble');
    expect(times).toEqual([0]);
    advance(2_001);
    expect(await ask()).toBe('answered');
    expect(times).toEqual([0, milliseconds]);
  });

  it('waits longer each time for a cluster that says nothing, up to five seconds', async () => {
    const { ask, times, advance } = start();
    for (let count = 0; count < 7; count += 1) {
      await ask({ kind: 'silent' });
      advance(5_000);
    }
    await ask({ kind: 'silent' });
    expect(times).toHaveLength(8);
    expect(await ask()).toBe('In trouble');
  });

  it('counts five that failed together as one failure', async () => {
    const { gate, ask, advance } = start();
    await Promise.allSettled(
      Array.from({ length: 5 }, () =>
        gate.pass(async () => {
          await Promise.resolve();
          throw new ClusterUnavailableError('Away', { kind: 'silent' });
        }),
      ),
    );
    advance(500);
    expect(await ask()).toBe('answered');
  });

  it('takes a refusal, and what passes by itself, for an answer', async () => {
    const { gate, ask, times } = start();
    await expect(
      gate.pass(async () => {
        throw new ClusterRefusedError('No');
      }),
    ).rejects.toThrow('No');
    await ask({ kind: 'passing' });
    await ask();
    expect(times).toEqual([0, 0]);
  });
});
