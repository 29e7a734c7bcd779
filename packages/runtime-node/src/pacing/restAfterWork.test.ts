import { restAfterWork, restMilliseconds } from './restAfterWork';

describe('the rest after work', () => {
  it.each([
    [0, 0],
    [20, 80],
    [500, 2000],
    [60_000, 2000],
  ])('after %d ms is %d ms', (worked, rest) => {
    expect(restMilliseconds(worked)).toBe(rest);
  });

  it('lasts from the end of the work', async () => {
    const ended = performance.now();
    await restAfterWork(ended - 20);
    // Timers may go off a moment early.
    expect(performance.now() - ended).toBeGreaterThan(75);
  });

  it('keeps no process alive', async () => {
    const timers = () =>
      process.getActiveResourcesInfo().filter(kind => kind === 'Timeout');
    const before = timers().length;
    const rest = restAfterWork(performance.now() - 20);
    expect(timers()).toHaveLength(before);
    await rest;
  });
});
