import { lastDue } from './lastDue';
import { nextTime, scheduleFault } from './schedule';

const cron = (spec: object, status?: object) => ({
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata: { name: 'some', creationTimestamp: '2026-01-01T00:00:00Z' },
  spec,
  status,
});

describe('The time of a CronJob', () => {
  it.each([
    ['0 2 * * *', '2026-03-10T02:00:00.000Z'],
    ['*/15 * * * *', '2026-03-10T11:45:00.000Z'],
    ['@monthly', '2026-03-01T00:00:00.000Z'],
    // Restricted days of the month and of the week: either will do.
    ['0 0 9 * sat', '2026-03-09T00:00:00.000Z'],
    ['0 0 ? * 0', '2026-03-08T00:00:00.000Z'],
  ])('%s came last, however long nobody looked', (schedule, expected) => {
    const now = new Date('2026-03-10T11:59:30Z');
    expect(lastDue(cron({ schedule }), now)?.toISOString()).toBe(expected);
  });

  it('is in its time zone', () => {
    const now = new Date('2026-03-10T11:59:30Z');
    const spec = { schedule: '0 2 * * *', timeZone: 'Asia/Shanghai' };
    expect(lastDue(cron(spec), now)?.toISOString()).toBe(
      '2026-03-09T18:00:00.000Z',
    );
  });

  it('does not come twice', () => {
    const now = new Date('2026-03-10T11:59:30Z');
    const done = { lastScheduleTime: '2026-03-10T02:00:00Z' };
    expect(lastDue(cron({ schedule: '0 2 * * *' }, done), now)).toBeUndefined();
  });

  it('is over when it is too late to begin', () => {
    const spec = { schedule: '0 2 * * *', startingDeadlineSeconds: 60 };
    const at = (time: string) => lastDue(cron(spec), new Date(time));
    expect(at('2026-03-10T02:00:30Z')).toBeDefined();
    expect(at('2026-03-10T02:02:00Z')).toBeUndefined();
  });

  it('may be a plain interval', () => {
    const now = new Date('2026-03-10T11:59:30Z');
    expect(nextTime('@every 1h30m', undefined, now)?.toISOString()).toBe(
      '2026-03-10T13:29:30.000Z',
    );
    expect(scheduleFault('@every soon')).toBe(
      'unrecognized descriptor: @every soon',
    );
  });
});
