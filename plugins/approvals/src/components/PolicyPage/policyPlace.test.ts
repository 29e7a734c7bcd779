import { placedProblem, rangeAt } from './policyPlace';

describe('placedProblem', () => {
  it('reads where a policy is wrong, and why', () => {
    expect(placedProblem('policy:3:11: rules.0.when: Write: more')).toEqual({
      line: 3,
      column: 11,
      why: 'rules.0.when: Write: more',
    });
  });

  it('finds no place in other sentences', () => {
    expect(placedProblem('text: Write at least one rule')).toBeUndefined();
    expect(placedProblem('')).toBeUndefined();
  });
});

describe('rangeAt', () => {
  const text = 'rules:\n  - name: a\n';

  it.each([
    [1, 1, 'rules:'],
    [2, 5, 'name: a'],
    // Beyond the line, and beyond the text.
    [2, 99, ''],
    [99, 1, ''],
  ])('from line %i, column %i, it is %j', (line, column, part) => {
    const { start, end } = rangeAt(text, { line, column });
    expect(text.slice(start, end)).toBe(part);
  });

  it('is nothing in an empty text', () => {
    expect(rangeAt('', { line: 1, column: 1 })).toEqual({ start: 0, end: 0 });
  });
});
