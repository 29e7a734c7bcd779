import type { ApplySetState } from '@caas/plugin-clusters-common';
import { later, namespace, NOW } from '../__testUtils__/applySets';
import type { ApplySetRecord } from './applySet';
import type { Outcome } from './outcome';
import { settle } from './settle';

const ENTRY = { apiVersion: 'v1', kind: 'Namespace', name: 'a', uid: 'u1' };
const record = (changes: Partial<ApplySetRecord> = {}): ApplySetRecord => ({
  cluster: 'nonprod',
  id: 'a',
  owner: 'plugin:tenancy',
  tenant: 'life',
  generation: 2,
  observedGeneration: 1,
  state: 'applying',
  desired: [namespace('a')],
  inventory: [],
  objects: [],
  conditions: [],
  reason: 'r1',
  attempts: 0,
  nextRunAt: NOW,
  updatedAt: NOW,
  ...changes,
});
const standing = { objects: [], inventory: [ENTRY] };
const OUTCOMES: Record<Outcome['kind'], Outcome> = {
  ready: { kind: 'ready', ...standing },
  waiting: { kind: 'waiting', message: 'Not active yet', ...standing },
  deleted: { kind: 'deleted', objects: [], inventory: [] },
  retry: { kind: 'retry', error: 'No answer', ...standing },
  stalled: {
    kind: 'stalled',
    reason: 'FieldConflict',
    message: 'Owned by X',
    ...standing,
  },
};
const after = (
  kind: Outcome['kind'],
  changes: Partial<ApplySetRecord> = {},
  jitter = 0.5,
) => settle(record(changes), OUTCOMES[kind], NOW, jitter);

describe('settle', () => {
  const WORKING: ApplySetState[] = [
    'pending',
    'applying',
    'waiting',
    'ready',
    'retrying',
    'stalled',
  ];

  it.each(WORKING)('takes a set that was %s where the outcome says', state => {
    const stateAfter = (kind: Outcome['kind']) => after(kind, { state }).state;
    expect(stateAfter('ready')).toBe('ready');
    expect(stateAfter('waiting')).toBe('waiting');
    expect(stateAfter('retry')).toBe('retrying');
    expect(stateAfter('stalled')).toBe('stalled');
  });

  it('keeps a set that is being deleted at it, until it is deleted', () => {
    for (const kind of ['waiting', 'retry', 'stalled'] as const) {
      expect(after(kind, { state: 'deleting' }).state).toBe('deleting');
    }
    const deleted = after('deleted', { state: 'deleting' });
    expect(deleted).toMatchObject({ state: 'deleted', inventory: [] });
    expect(deleted.nextRunAt.getFullYear()).toBe(9999);
  });

  it.each(Object.keys(OUTCOMES) as Outcome['kind'][])(
    'keeps what %s left on the cluster',
    kind => {
      expect(after(kind).inventory).toEqual(OUTCOMES[kind].inventory);
    },
  );

  it('observes a generation only when it is ready', () => {
    expect(after('ready').observedGeneration).toBe(2);
    expect(after('waiting').observedGeneration).toBe(1);
    expect(after('retry').observedGeneration).toBe(1);
  });

  it('comes back later each time, up to half a minute, and spreads what comes back', () => {
    const delay = (attempts: number, jitter?: number) =>
      after('retry', { attempts }, jitter).nextRunAt.getTime() - NOW.getTime();
    expect([0, 1, 2, 5, 6, 50].map(attempts => delay(attempts))).toEqual([
      1000, 2000, 4000, 30_000, 30_000, 30_000,
    ]);
    expect(delay(50, 0)).toBe(22_500);
    expect(delay(50, 1)).toBe(37_500);
    expect(after('waiting', { attempts: 9 }).nextRunAt).toEqual(later(5));
    expect(after('ready').nextRunAt).toEqual(later(60));
  });

  it('forgets the last error when the cluster answers', () => {
    const before = { lastError: 'No answer', attempts: 4 };
    expect(after('retry', before).lastError).toBe('No answer');
    expect(after('waiting', before).lastError).toBeUndefined();
    expect(after('ready', before)).toMatchObject({ attempts: 0 });
  });

  it('moves the time of the condition only when its status changes', () => {
    const [first] = after('stalled').conditions;
    expect(first).toEqual({
      type: 'Ready',
      status: 'False',
      reason: 'FieldConflict',
      message: 'Owned by X',
      lastTransitionTime: NOW.toISOString(),
    });
    const next = (kind: Outcome['kind']) =>
      settle(record({ conditions: [first] }), OUTCOMES[kind], later(9), 0.5)
        .conditions[0];
    expect(next('waiting').lastTransitionTime).toBe(NOW.toISOString());
    expect(next('ready').lastTransitionTime).toBe(later(9).toISOString());
    expect(next('retry').status).toBe('Unknown');
  });
});
