import { randomBytes } from 'node:crypto';
import { CannotOpenError, SealKeys, type SealKey } from './SealKeys';

const keyOf = (id: string): SealKey => ({ id, key: randomBytes(32) });
const [OLD, NEW] = [keyOf('k1'), keyOf('k2')];
const PLACE = 'clusters/dr/token';
const SECRET = 'token-of-dr';

describe('a sealed text', () => {
  it('is opened with the key and at the place that it was sealed for', () => {
    const sealed = new SealKeys([OLD]).seal(SECRET, PLACE);
    expect(sealed).toMatch(/^v1\.k1\./);
    expect(sealed).not.toContain(SECRET);
    expect(new SealKeys([OLD]).open(sealed, PLACE)).toBe(SECRET);
  });

  it('never looks the same twice', () => {
    const keys = new SealKeys([OLD]);
    expect(keys.seal(SECRET, PLACE)).not.toBe(keys.seal(SECRET, PLACE));
  });

  it('outlives a new key, as long as the old one is there', () => {
    const sealed = new SealKeys([OLD]).seal(SECRET, PLACE);
    const both = new SealKeys([NEW, OLD]);
    expect(both.open(sealed, PLACE)).toBe(SECRET);
    expect([
      both.isCurrent(sealed),
      both.isCurrent(both.seal('', PLACE)),
    ]).toEqual([false, true]);
    expect(() => new SealKeys([NEW]).open(sealed, PLACE)).toThrow(
      "it is sealed with the key 'k1', which the configuration does not have",
    );
  });

  const sealed = new SealKeys([OLD]).seal(SECRET, PLACE);
  const bytes = Buffer.from(sealed.split('.')[2], 'base64url');
  const changed = (index: number) => {
    const copy = Buffer.from(bytes);
    copy[index] += 1;
    return `v1.k1.${copy.toString('base64url')}`;
  };
  it.each([
    ['at another place', sealed, 'clusters/prod/token', [OLD]],
    ['with another key of the same id', sealed, PLACE, [keyOf('k1')]],
    ['when its nonce was changed', changed(0), PLACE, [OLD]],
    ['when its tag was changed', changed(12), PLACE, [OLD]],
    ['when it was changed', changed(28), PLACE, [OLD]],
    ['when it was cut off', sealed.slice(0, 20), PLACE, [OLD]],
    [
      'when it names another key',
      sealed.replace('k1', 'k2'),
      PLACE,
      [OLD, NEW],
    ],
    ['when it is none at all', 'token-of-dr', PLACE, [OLD]],
    ['when it is empty', '', PLACE, [OLD]],
  ])('is not opened %s, and nothing of it is told', (_, text, place, keys) => {
    expect(() => new SealKeys(keys).open(text, place)).toThrow(CannotOpenError);
    expect(() => new SealKeys(keys).open(text, place)).toThrow(
      expect.objectContaining({
        message: expect.not.stringContaining(SECRET),
      }),
    );
  });
});
