import { pause } from './pause';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Whether the pause is over once everything has run that can run now. */
async function isOver(pausing: Promise<void>): Promise<boolean> {
  let over = false;
  pausing.then(() => {
    over = true;
  });
  await jest.advanceTimersByTimeAsync(0);
  return over;
}

it('waits for the time it is told', async () => {
  const pausing = pause(1000, new AbortController().signal);
  await jest.advanceTimersByTimeAsync(999);
  expect(await isOver(pausing)).toBe(false);
  await jest.advanceTimersByTimeAsync(1);
  expect(await isOver(pausing)).toBe(true);
});

it('ends at once, and leaves no timer, when nobody waits any more', async () => {
  const left = new AbortController();
  const pausing = pause(60_000, left.signal);
  expect(await isOver(pausing)).toBe(false);
  left.abort();
  expect(await isOver(pausing)).toBe(true);
  expect(jest.getTimerCount()).toBe(0);
});

it('does not begin when it was left before', async () => {
  expect(await isOver(pause(60_000, AbortSignal.abort()))).toBe(true);
  expect(jest.getTimerCount()).toBe(0);
});
