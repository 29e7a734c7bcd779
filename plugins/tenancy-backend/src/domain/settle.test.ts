import { amounts } from '../__testUtils__/definitions';
import type { NamespaceRecord } from './namespace';
import type { Outcome } from './outcome';
import { settle } from './settle';

const NOW = new Date('2026-11-21T08:00:00.000Z');
const STATES = ['provisioning', 'ready', 'failed'] as const;
const AWAY = { 'zh-CN': '集群没有响应', en: 'The cluster is away' };
const OUTCOMES: Record<Outcome['kind'], Outcome> = {
  ready: { kind: 'ready' },
  waiting: { kind: 'waiting', step: 'apply', message: AWAY },
  retry: { kind: 'retry', error: AWAY },
  stalled: { kind: 'stalled', message: AWAY },
};

const namespace = (
  changes: Partial<NamespaceRecord> = {},
): NamespaceRecord => ({
  id: 'ns-1',
  name: 'life-policy-dev',
  tenant: 'life',
  cluster: 'nonprod',
  environment: 'dev',
  resources: amounts(2, 4),
  purpose: '',
  state: 'provisioning',
  step: 'apply',
  requestId: 'r1',
  requester: 'user:default/li-wei',
  generation: 1,
  readyGeneration: 0,
  attempts: 0,
  failureTold: false,
  life: 'held',
  createdAt: NOW.toISOString(),
  ...changes,
});

const secondsAfter = (changes: Partial<NamespaceRecord>, outcome: Outcome) =>
  (settle(namespace(changes), outcome, NOW).nextRunAt.getTime() -
    NOW.getTime()) /
  1000;

describe('the state of a namespace after an attempt', () => {
  it.each<[(typeof STATES)[number], Record<Outcome['kind'], string>]>([
    [
      'provisioning',
      {
        ready: 'ready',
        waiting: 'provisioning',
        retry: 'provisioning',
        stalled: 'failed',
      },
    ],
    [
      'ready',
      { ready: 'ready', waiting: 'ready', retry: 'ready', stalled: 'failed' },
    ],
    [
      'failed',
      {
        ready: 'ready',
        waiting: 'failed',
        retry: 'failed',
        stalled: 'failed',
      },
    ],
  ])('follows the table from %s', (state, row) => {
    const after = Object.entries(OUTCOMES).map(([kind, outcome]) => [
      kind,
      settle(namespace({ state }), outcome, NOW).state,
    ]);
    expect(Object.fromEntries(after)).toEqual(row);
  });

  it('keeps why it waits, and forgets it when it is ready', () => {
    const waiting = settle(namespace(), OUTCOMES.waiting, NOW);
    expect(waiting.message).toEqual(AWAY);
    expect(settle(namespace(), OUTCOMES.retry, NOW)).toMatchObject({
      message: AWAY,
      lastError: AWAY.en,
    });
    const ready = settle(namespace({ ...waiting }), OUTCOMES.ready, NOW);
    expect(ready).toMatchObject({ step: 'ready', attempts: 0 });
    expect(ready.message).toBeUndefined();
    expect(ready.lastError).toBeUndefined();
  });

  it('looks quickly at first, and never less often than every ten seconds while it waits', () => {
    const delays = [0, 1, 2, 3, 4, 5, 500].map(attempts =>
      secondsAfter({ attempts }, OUTCOMES.waiting),
    );
    expect(delays).toEqual([0.5, 1, 2, 4, 8, 10, 10]);
    // The next step begins quickly again.
    expect(
      secondsAfter({ attempts: 9 }, {
        ...OUTCOMES.waiting,
        step: 'ready',
      } as Outcome),
    ).toBe(0.5);
  });

  it('tries errors again after a growing time, at most a minute', () => {
    const delays = [0, 1, 2, 5, 6, 2000].map(attempts =>
      secondsAfter({ attempts }, OUTCOMES.retry),
    );
    expect(delays).toEqual([1, 2, 4, 32, 60, 60]);
  });

  it('must be told anew only when it fails anew', () => {
    expect(settle(namespace(), OUTCOMES.stalled, NOW).failureTold).toBe(false);
    expect(
      settle(
        namespace({ state: 'failed', failureTold: true }),
        OUTCOMES.stalled,
        NOW,
      ).failureTold,
    ).toBeUndefined();
  });
});
