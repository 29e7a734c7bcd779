import { dayAfter, daysUntil, findLeaseProblem } from './leaseDays';

const TODAY = new Date('2026-11-22T23:30:00.000Z');

describe('the last day of a lease', () => {
  it('is counted in days of UTC', () => {
    expect(dayAfter(TODAY, 30)).toBe('2026-12-22');
    expect(daysUntil('2026-12-22', TODAY)).toBe(30);
    expect(daysUntil('2026-02-30', TODAY)).toBeUndefined();
  });

  it.each([
    ['2026-12-22', undefined, undefined],
    ['', undefined, 'missing'],
    ['tomorrow', undefined, 'missing'],
    ['2026-11-22', undefined, undefined],
    ['2026-11-21', undefined, 'past'],
    ['2020-01-01', undefined, 'past'],
    ['2027-05-21', undefined, undefined],
    ['2027-05-22', undefined, 'long'],
    ['2026-12-01', '2026-12-01', 'notLonger'],
    ['2026-12-02', '2026-12-01', undefined],
  ])('%s after %s is wrong by: %s', (day, from, problem) => {
    expect(findLeaseProblem(day, TODAY, from)).toBe(problem);
  });
});
