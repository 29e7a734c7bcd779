import { daysBetween } from './daysBetween';

describe('daysBetween', () => {
  it.each([
    ['2026-11-22', '2026-11-22', 0],
    ['2026-11-22', '2026-12-22', 30],
    ['2026-11-22', '2026-11-21', -1],
    ['2028-02-28', '2028-03-01', 2],
    // Where clocks are put forward in many places, a day has 23 hours.
    ['2026-03-28', '2026-03-30', 2],
  ])('counts from %s to %s: %i', (from, to, expected) => {
    expect(daysBetween(from, to)).toBe(expected);
  });

  it.each(['2026-02-30', '2026-13-01', '22.11.2026', '2026-11-2', 'soon', ''])(
    "refuses '%s', which is no date",
    date => {
      expect(() => daysBetween('2026-11-22', date)).toThrow(/is no date like/);
      expect(() => daysBetween(date, '2026-11-22')).toThrow(/is no date like/);
    },
  );
});
