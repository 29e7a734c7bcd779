import { endOfLease, lastDayOf, leaseDate, refuseLeaseDate } from './lease';

const NOW = new Date('2026-11-22T23:30:00.000Z');

describe('the day of a lease', () => {
  it.each(['2026-12-31', '2028-02-29', ' 2027-01-01 '])('may be %j', day => {
    expect(leaseDate.parse(day)).toBe(day.trim());
  });

  it.each([
    ['2026-02-30', 'There is no such day: write the day as 2026-12-31'],
    ['2027-02-29', 'There is no such day: write the day as 2026-12-31'],
    ['2026-13-01', 'There is no such day: write the day as 2026-12-31'],
    ['31.12.2026', 'Write the day as 2026-12-31'],
    ['2026-12-31T00:00:00Z', 'Write the day as 2026-12-31'],
    ['', 'Write the day as 2026-12-31'],
  ])('is not %j', (day, sentence) => {
    expect(leaseDate.safeParse(day).error?.issues[0].message).toBe(sentence);
  });
});

describe('the end of a lease', () => {
  it('is the last moment of its day in UTC, and leads back to the day', () => {
    const end = endOfLease('2026-12-31');
    expect(end.toISOString()).toBe('2026-12-31T23:59:59.999Z');
    expect(lastDayOf(end)).toBe('2026-12-31');
    expect(lastDayOf(end.toISOString())).toBe('2026-12-31');
  });

  it('may be today, however late it is, and 180 days from now', () => {
    expect(refuseLeaseDate('2026-11-22', NOW)).toBeUndefined();
    expect(refuseLeaseDate('2027-05-21', NOW)).toBeUndefined();
  });

  it('may not be a day that is over', () => {
    expect(refuseLeaseDate('2026-11-21', NOW)).toBe(
      "'2026-11-21' is over already. Choose a day from 2026-11-22 on",
    );
  });

  it('may not be a day later than that', () => {
    expect(refuseLeaseDate('2027-05-22', NOW)).toBe(
      "'2027-05-22' is too late: a lease lasts at most 180 days, until 2027-05-21. It can be renewed then",
    );
  });
});
