import { randomBytes } from 'node:crypto';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { readRegistration } from './readRegistration';

const SECRET = randomBytes(32).toString('base64');
const read = (clusterRegistration?: object) =>
  readRegistration(new ConfigReader({ clusterRegistration } as never));
const PLACE = 'clusters/dr/token';

describe('readRegistration', () => {
  it('reads keys from the configuration and from files that may come later', () => {
    const directory = createMockDirectory();
    const { readKeys, allowLoopback } = read({
      encryptionKeys: [
        { id: 'k2', secretFile: directory.resolve('key') },
        { id: 'k1', secret: SECRET },
      ],
    });
    expect(allowLoopback).toBe(false);
    expect(readKeys).toThrow(
      /^The key 'k2' to seal tokens with is not at '.*': put it there/,
    );
    directory.setContent({ key: `${randomBytes(32).toString('base64')}\n` });
    const sealed = readKeys().seal('token', PLACE);
    expect(sealed).toMatch(/^v1\.k2\./);
    expect(readKeys().open(sealed, PLACE)).toBe('token');
  });

  it('says what to configure where there is no key', () => {
    for (const config of [undefined, {}, { encryptionKeys: [] }]) {
      expect(read(config).readKeys).toThrow(
        "The portal has no key to seal tokens with: make one with `openssl rand -base64 32`, and name it under 'clusterRegistration.encryptionKeys'",
      );
    }
  });

  it.each([
    [
      'an id that is none',
      [{ id: 'k.1', secret: SECRET }],
      "'k.1' at 'clusterRegistration.encryptionKeys[0].id'",
    ],
    [
      'no secret',
      [{ id: 'k1' }],
      "'clusterRegistration.encryptionKeys[0]' must have one of 'secret' and 'secretFile'",
    ],
    [
      'two secrets',
      [{ id: 'k1', secret: SECRET, secretFile: 'a' }],
      'must have one of',
    ],
    [
      'a key that is too short',
      [{ id: 'k1', secret: 'c2hvcnQ=' }],
      "'clusterRegistration.encryptionKeys[0].secret' holds 5 bytes of base64, and a key has 32",
    ],
    [
      'two keys of one id',
      [
        { id: 'k1', secret: SECRET },
        { id: 'k1', secret: SECRET },
      ],
      "names the key 'k1' twice",
    ],
  ])('refuses %s, and quotes no key', (_, encryptionKeys, sentence) => {
    expect(() => read({ encryptionKeys })).toThrow(sentence);
    expect(() => read({ encryptionKeys })).toThrow(
      expect.objectContaining({
        message: expect.not.stringMatching(/c2hvcnQ|=$/),
      }),
    );
  });
});
