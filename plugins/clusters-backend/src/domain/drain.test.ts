import { settleDrain, type DrainOutcome, type DrainRecord } from './drain';

const NOW = new Date('2026-11-21T08:00:00.000Z');
const NEVER = new Date('9999-01-01T00:00:00.000Z');
const drainIn = (state: DrainRecord['state']): DrainRecord => ({
  id: 'd',
  cluster: 'nonprod',
  node: 'n1',
  state,
  message: { 'zh-CN': '', en: '' },
  options: { deleteEmptyDirData: false, force: false, timeoutSeconds: 600 },
  reason: 'kernel',
  requestedBy: 'user:default/chen-jing',
  uncordon: true,
  pods: [],
  attempts: 3,
  lastError: 'old',
  createdAt: NOW,
  deadlineAt: NOW,
});

describe('settleDrain', () => {
  it.each<
    [DrainRecord['state'], DrainOutcome['kind'], DrainRecord['state'], number]
  >([
    ['draining', 'working', 'draining', 2],
    ['draining', 'retry', 'draining', 8],
    ['cancelling', 'retry', 'cancelling', 8],
    ['draining', 'done', 'done', Infinity],
    ['draining', 'failed', 'failed', Infinity],
    ['cancelling', 'cancelled', 'cancelled', Infinity],
  ])('makes %s and %s to %s', (before, kind, after, seconds) => {
    const message = { 'zh-CN': '说了', en: 'said' };
    const outcome = { kind, message, pods: [] } as DrainOutcome;
    const settled = settleDrain(drainIn(before), outcome, NOW);
    expect(settled.state).toBe(after);
    const isOver = seconds === Infinity;
    expect(settled.finishedAt).toEqual(isOver ? NOW : undefined);
    expect(settled.lastError).toBe(kind === 'retry' ? 'said' : undefined);
    const due = new Date(NOW.getTime() + seconds * 1000);
    expect(settled.nextRunAt).toEqual(isOver ? NEVER : due);
  });

  it('says whether the node is open again', () => {
    const cancelled: DrainOutcome = { kind: 'cancelled', pods: [] };
    expect(
      settleDrain(drainIn('cancelling'), cancelled, NOW).message.en,
    ).toContain('takes new pods again');
    expect(
      settleDrain({ ...drainIn('cancelling'), uncordon: false }, cancelled, NOW)
        .message.en,
    ).toContain('stays closed');
  });
});
