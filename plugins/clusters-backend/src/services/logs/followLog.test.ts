import { ClusterAnswerError } from '../../clients/KubernetesActions';
import type { LogRequest } from '../../clients/KubernetesActions';
import { ClusterUnavailableError } from '../../clients/KubernetesClient';
import { Gate } from '../../__testUtils__/Gate';
import { followLog } from './followLog';

const at = (second: number) =>
  `2026-11-21T08:00:${String(second).padStart(2, '0')}.000000000Z`;

/** A stream that sends lines, and then ends, breaks, or waits until it is cut. */
type Script = { lines: number[]; then: 'end' | 'break' | 'wait' } | Error;

/** A cluster that plays one script after the other, and counts what is asked and read. */
function clusterOf(...scripts: Script[]) {
  const asked: LogRequest[] = [];
  let read = 0;
  return {
    asked,
    get read() {
      return read;
    },
    async openLog(log: LogRequest, signal: AbortSignal) {
      asked.push(log);
      const script = scripts.shift();
      if (!script) throw new Error('nothing more was expected to be asked');
      if (script instanceof Error) throw script;
      return (async function* play() {
        for (const second of script.lines) {
          read += 1;
          yield new TextEncoder().encode(`${at(second)} line ${second}\n`);
        }
        if (script.then === 'end') return;
        if (script.then === 'wait') {
          await new Promise(resolve => {
            signal.addEventListener('abort', resolve);
          });
        }
        throw new ClusterUnavailableError('the stream broke');
      })();
    },
  };
}

function follow(
  cluster: ReturnType<typeof clusterOf>,
  changes: Partial<Parameters<typeof followLog>[0]> = {},
) {
  const reader = new AbortController();
  const minute = new Gate();
  const pauses: number[] = [];
  const events = followLog({
    actions: cluster as never,
    log: { namespace: 'life-dev', pod: 'claims-1', tailLines: 100 },
    refusal: async () => undefined,
    fate: () => 'running',
    wait: async (milliseconds, signal) => {
      if (milliseconds === 60_000) {
        await Promise.race([
          minute.pass(),
          new Promise(resolve => {
            signal.addEventListener('abort', resolve);
          }),
        ]);
      } else pauses.push(milliseconds);
    },
    signal: reader.signal,
    ...changes,
  });
  return { events, reader, minute, pauses };
}

const textsOf = (events: unknown[]) =>
  (
    events as { lines?: { text: string }[]; type: string; reason?: string }[]
  ).flatMap(({ lines, type, reason }) =>
    lines ? lines.map(({ text }) => text) : `${type} ${reason ?? ''}`.trim(),
  );

async function all(events: AsyncIterable<unknown>): Promise<string[]> {
  const seen = [];
  for await (const event of events) seen.push(event);
  return textsOf(seen);
}

const NOT_ANY_MORE = { 'zh-CN': '不能再查看', en: 'Not any more' };

describe('followLog', () => {
  it('goes on after a cut where it was, without doubled lines, until the pod has ended', async () => {
    const cluster = clusterOf(
      { lines: [1, 2], then: 'break' },
      new ClusterUnavailableError('does not answer'),
      { lines: [2, 3], then: 'end' },
      { lines: [3, 4], then: 'end' },
    );
    let turns = 0;
    const { events, pauses } = follow(cluster, {
      fate: () => {
        turns += 1;
        return turns < 4 ? 'running' : 'finished';
      },
    });
    expect(await all(events)).toEqual([
      'line 1',
      'line 2',
      'paused',
      'paused',
      'line 3',
      'paused',
      'line 4',
      'end finished',
    ]);
    expect(cluster.asked.map(({ sinceTime }) => sinceTime)).toEqual([
      undefined,
      at(2),
      at(2),
      at(3),
    ]);
    expect(cluster.asked[1].tailLines).toBeUndefined();
    expect(pauses).toEqual([500, 1000, 500]);
  });

  it('reads no more than the reader takes', async () => {
    const cluster = clusterOf({
      lines: Array.from({ length: 50 }, (_, index) => index),
      then: 'end',
    });
    const { events } = follow(cluster);
    for (let taken = 1; taken <= 3; taken += 1) {
      await events.next();
      expect(cluster.read).toBe(taken);
    }
    await events.return(undefined);
    expect(cluster.read).toBe(3);
  });

  it('ends when the reader leaves, also while nothing is written', async () => {
    const cluster = clusterOf({ lines: [1], then: 'wait' });
    const { events, reader } = follow(cluster);
    await events.next();
    const next = events.next();
    reader.abort();
    expect(await next).toEqual({ done: true, value: undefined });
    expect(cluster.asked).toHaveLength(1);
  });

  it.each([
    ['are gone', async () => NOT_ANY_MORE, NOT_ANY_MORE],
    [
      'cannot be asked for',
      async () => {
        throw new Error('the portal is busy');
      },
      {
        'zh-CN': '无法确认您是否可以查看：the portal is busy',
        en: 'It cannot be said whether you may read it: the portal is busy',
      },
    ],
  ])('ends when the rights %s', async (_, refusal, message) => {
    const cluster = clusterOf({ lines: [1], then: 'wait' });
    const { events, minute } = follow(cluster, { refusal });
    await events.next();
    minute.open();
    expect((await events.next()).value).toEqual({
      type: 'end',
      reason: 'rights',
      message,
    });
    expect((await events.next()).done).toBe(true);
  });

  it.each([
    [404, 'pods "claims-1" not found', 'gone'],
    [403, 'pods "claims-1" is forbidden', 'refused'],
    [400, 'container x is not valid for pod claims-1', 'refused'],
  ])('ends with a refusal %s: %s', async (code, message, reason) => {
    const cluster = clusterOf(new ClusterAnswerError(message, code, []));
    expect(await all(follow(cluster).events)).toEqual([`end ${reason}`]);
  });

  it('waits for a container that has not started', async () => {
    const waiting =
      'container "claims" in pod "claims-1" is waiting to start: ContainerCreating';
    const cluster = clusterOf(new ClusterAnswerError(waiting, 400, []), {
      lines: [1],
      then: 'wait',
    });
    const { events, reader } = follow(cluster);
    expect((await events.next()).value).toEqual({
      type: 'paused',
      message: { 'zh-CN': waiting, en: waiting },
    });
    expect(textsOf([(await events.next()).value])).toEqual(['line 1']);
    reader.abort();
    expect((await events.next()).done).toBe(true);
  });
});
