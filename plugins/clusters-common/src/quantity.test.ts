import { parseQuantity } from './quantity';

describe('parseQuantity', () => {
  it.each([
    ['2', 2],
    ['500m', 0.5],
    ['1.5', 1.5],
    ['.5', 0.5],
    ['4Gi', 4 * 2 ** 30],
    ['1k', 1000],
    ['12e6', 12_000_000],
    ['1E', 1e18],
    ['100n', 1e-7],
    ['-1Ki', -1024],
  ])('reads %s', (text, amount) => {
    expect(parseQuantity(text)).toBeCloseTo(amount, 12);
  });

  it.each(['', 'two', '4 Gi', '1Kib', '1.2.3', 'm'])('refuses %p', text => {
    expect(parseQuantity(text)).toBeUndefined();
  });
});
