import fc from 'fast-check';
import { canonicalPayload } from './canonicalPayload';

/** The same value with its keys in another order, at any depth. */
function shuffle(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffle);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, child]) => [key, shuffle(child)]),
  );
}

const json = fc.jsonValue({ maxDepth: 4 });

describe('canonicalPayload', () => {
  it('writes the text of RFC 8785', () => {
    // Section 3.2.4 of the RFC: numbers, escapes and the order of keys by UTF-16 code units.
    expect(
      canonicalPayload({
        numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27],
        string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
        literals: [null, true, false],
      }),
    ).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    expect(
      canonicalPayload({ '\ufb33': 1, '\u{1f600}': 2, 名称: 3, é: 4, '1': 5 }),
    ).toBe('{"1":5,"é":4,"名称":3,"😀":2,"\ufb33":1}');
  });

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(json, value => {
        expect(canonicalPayload(shuffle(value))).toBe(canonicalPayload(value));
      }),
    );
  });

  it('loses nothing, so that different payloads have different texts', () => {
    fc.assert(
      fc.property(json, value => {
        expect(JSON.parse(canonicalPayload(value))).toEqual(
          JSON.parse(JSON.stringify(value)),
        );
      }),
    );
    expect(canonicalPayload({ cpu: '2' })).not.toBe(
      canonicalPayload({ cpu: 2 }),
    );
    expect(canonicalPayload(['a', 'b'])).not.toBe(canonicalPayload(['b', 'a']));
  });

  it.each([
    ['undefined', undefined],
    ['a function', () => 1],
  ])('refuses %s, which is not JSON', (_, value) => {
    expect(() => canonicalPayload(value)).toThrow('A payload must be JSON');
  });

  it.each([
    ['NaN', { cpu: NaN }],
    ['infinity', { cpu: Infinity }],
  ])('refuses %s, which JSON cannot write', (_, value) => {
    expect(() => canonicalPayload(value)).toThrow();
  });
});
