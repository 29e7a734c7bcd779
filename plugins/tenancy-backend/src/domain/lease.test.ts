import {
  CLOCK_TOLERANCE_MS,
  dueRung,
  leaseChanges,
  nextRung,
  presentLease,
  type Lease,
} from './lease';

const RULES = { reminderDays: [14, 7, 1], graceDays: 7 };
const UNTIL = new Date('2026-12-31T23:59:59.999Z');
const DAY = 24 * 60 * 60 * 1000;
const before = (days: number) => new Date(UNTIL.getTime() - days * DAY);
const LEASE: Lease = {
  namespaceId: 'ns-1',
  until: UNTIL,
  stage: 'running',
  heldBy: [],
  step: 1,
  nextStepAt: UNTIL,
  attempts: 0,
};
const lease = (changes: Partial<Lease>): Lease => ({ ...LEASE, ...changes });

describe('the ladder of a lease', () => {
  it.each([
    ['15 days before', before(15), undefined, undefined],
    ['14 days before', before(14), undefined, { kind: 'remind', days: 14 }],
    ['the same again', before(13.9), 14, undefined],
    ['7 days before', before(7), 14, { kind: 'remind', days: 7 }],
    ['1 day before', before(1), 7, { kind: 'remind', days: 1 }],
    ['the last day', before(0.5), 1, undefined],
    ['away for weeks', before(0.5), undefined, { kind: 'remind', days: 1 }],
    ['at the end', UNTIL, 1, undefined],
    [
      'sure that it is over',
      new Date(UNTIL.getTime() + CLOCK_TOLERANCE_MS),
      1,
      { kind: 'stop' },
    ],
    [
      'over, and nobody was ever told',
      before(-30),
      undefined,
      { kind: 'remind', days: 1 },
    ],
  ])('%s', (_when, now, remindedDays, expected) => {
    expect(
      dueRung(
        lease({ remindedDays, stage: remindedDays ? 'reminded' : 'running' }),
        RULES,
        now,
      ),
    ).toEqual(expected);
  });

  it('goes on with what was begun, wherever it was left', () => {
    const now = before(0);
    expect(dueRung(lease({ stage: 'stopped' }), RULES, now)).toEqual({
      kind: 'stop',
    });
    expect(dueRung(lease({ stage: 'starting' }), RULES, now)).toEqual({
      kind: 'start',
    });
    expect(dueRung(lease({ stage: 'exported' }), RULES, now)).toEqual({
      kind: 'delete',
    });
  });

  it('leaves the days of grace from the stop on, not from the end', () => {
    const stoppedAt = before(-3);
    const inGrace = { ...LEASE, ...leaseChanges.stopped(stoppedAt, RULES) };
    expect(nextRung(inGrace, RULES).rung).toEqual({ kind: 'export' });
    expect(dueRung(inGrace, RULES, before(-9))).toBeUndefined();
    expect(dueRung(inGrace, RULES, before(-10.1))).toEqual({ kind: 'export' });
  });

  it('stops without reminders where none are wanted', () => {
    expect(dueRung(LEASE, { ...RULES, reminderDays: [] }, before(-1))).toEqual({
      kind: 'stop',
    });
  });

  it.each([
    ['running', 'running'],
    ['reminded', 'running'],
    ['stopped', 'starting'],
    ['grace', 'starting'],
    ['exported', 'starting'],
    ['starting', 'starting'],
  ] as const)('renewed while %s it is %s, one step on', (stage, expected) => {
    const held = lease({
      stage,
      remindedDays: 1,
      heldBy: [
        { kind: 'component', name: 'x', reason: { 'zh-CN': '甲', en: 'y' } },
      ],
    });
    const renewed = {
      ...held,
      ...leaseChanges.renew(held, before(-90)),
    };
    expect(renewed).toMatchObject({
      stage: expected,
      until: before(-90),
      step: 2,
      heldBy: [],
    });
    expect(renewed.remindedDays).toBeUndefined();
  });

  it('is running for those outside while it is being started', () => {
    expect(presentLease(lease({ stage: 'starting' })).stage).toBe('running');
  });
});
