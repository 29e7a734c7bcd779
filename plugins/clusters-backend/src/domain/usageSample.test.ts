import { condense, intervalOf } from './usageSample';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 8, minute));
const amounts = (cpuMillicores: number, memoryBytes = 0) => ({
  cpuMillicores,
  memoryBytes,
});

it('finds the interval that a time is in', () => {
  expect(intervalOf(at(59), 3600)).toEqual(at(0));
  expect(intervalOf(at(9), 300)).toEqual(at(5));
});

it('leaves few samples as they are', () => {
  const samples = [0, 5, 10].map(minute => ({
    at: at(minute),
    requested: amounts(minute),
  }));
  const span = { from: at(0), to: at(15), intervalSeconds: 300, most: 3 };
  const condensed = condense(samples, span);
  expect(condensed.intervalSeconds).toBe(300);
  expect(condensed.samples).toMatchObject(samples);
});

it('makes of many the highest of longer intervals, never more than asked for', () => {
  const samples = Array.from({ length: 12 }, (_, index) => ({
    at: at(index * 5),
    requested: amounts(index, 100 - index),
    used: index === 4 ? amounts(7) : undefined,
  }));
  const span = { from: at(0), to: at(60), intervalSeconds: 300, most: 5 };
  const condensed = condense(samples, span);
  expect(condensed.intervalSeconds).toBe(900);
  expect(condensed.samples).toMatchObject([
    { at: at(0), requested: amounts(2, 100), used: undefined },
    { at: at(15), requested: amounts(5, 97), used: amounts(7) },
    { at: at(30) },
    { at: at(45), requested: amounts(11, 91) },
  ]);
});
