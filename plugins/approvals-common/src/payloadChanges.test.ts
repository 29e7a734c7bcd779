import { payloadChanges } from './payloadChanges';

describe('payloadChanges', () => {
  it('names what was changed, added and taken away, also inside of objects', () => {
    expect(
      payloadChanges(
        { name: 'a', cpu: '2', limits: { pods: 5, pvcs: 1 }, old: true },
        { name: 'a', cpu: '4', limits: { pods: 8, pvcs: 1 }, fresh: null },
      ),
    ).toEqual([
      { path: 'cpu', before: '2', after: '4' },
      { path: 'fresh', before: undefined, after: null },
      { path: 'limits.pods', before: 5, after: 8 },
      { path: 'old', before: true, after: undefined },
    ]);
  });

  it.each([
    ['the order of keys', { a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }],
    ['an empty payload', {}, {}],
    ['lists that are equal', { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }],
  ])('finds no change in %s', (_, before, after) => {
    expect(payloadChanges(before, after)).toEqual([]);
  });

  it('takes a list for one value, and an object for another thing than a text', () => {
    expect(
      payloadChanges({ a: [1, 2], b: {} }, { a: [2, 1], b: '{}' }),
    ).toEqual([
      { path: 'a', before: [1, 2], after: [2, 1] },
      { path: 'b', before: {}, after: '{}' },
    ]);
  });
});
