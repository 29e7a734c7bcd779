import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { SealKeys, type SealKey } from '../domain/SealKeys';
import { readTextFresh } from './readFresh';

/** What the configuration says about clusters that people register. */
export type RegistrationConfig = {
  /** Read at each use: a key in a file may come later. Throws a sentence that says what is missing. */
  readKeys(): SealKeys;
  allowLoopback: boolean;
};

const KEY_BYTES = 32;
const HOW =
  "make one with `openssl rand -base64 32`, and name it under 'clusterRegistration.encryptionKeys' as { id: k1, secret: … }";

/** Reads `clusterRegistration`; throws, naming the key, when it cannot be right. */
export function readRegistration(config: Config): RegistrationConfig {
  const key = 'clusterRegistration';
  const own = config.getOptionalConfig(key);
  const readers = (own?.getOptionalConfigArray('encryptionKeys') ?? []).map(
    (entry, index) => readKey(entry, `${key}.encryptionKeys[${index}]`),
  );
  const ids = readers.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice) {
    throw new InputError(
      `'${key}.encryptionKeys' names the key '${twice}' twice: give each an id of its own`,
    );
  }
  return {
    allowLoopback: own?.getOptionalBoolean('allowLoopback') ?? false,
    readKeys() {
      if (readers.length === 0) {
        throw new InputError(
          `The portal has no key to seal tokens with: ${HOW}`,
        );
      }
      return new SealKeys(readers.map(read => read.read()));
    },
  };
}

function readKey(config: Config, key: string): { id: string; read(): SealKey } {
  const id = config.getString('id');
  if (!/^[A-Za-z0-9_-]{1,40}$/.test(id)) {
    throw new InputError(
      `'${id}' at '${key}.id' is no id of a key: write letters, digits, hyphens and underscores, at most 40`,
    );
  }
  const secret = config.getOptionalString('secret');
  const file = config.getOptionalString('secretFile');
  if (Boolean(secret) === Boolean(file)) {
    throw new InputError(
      `'${key}' must have one of 'secret' and 'secretFile': ${HOW}`,
    );
  }
  if (secret) {
    const made = { id, key: decode(secret, `'${key}.secret'`) };
    return { id, read: () => made };
  }
  const readText = readTextFresh(file!);
  return {
    id,
    read() {
      try {
        return { id, key: decode(readText(), `The file of '${key}'`) };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
        throw new InputError(
          `The key '${id}' to seal tokens with is not at '${file}': put it there, made with \`openssl rand -base64 32\``,
        );
      }
    },
  };
}

/** Never quotes what it read. */
function decode(text: string, where: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== KEY_BYTES) {
    throw new InputError(
      `${where} holds ${bytes.length} bytes of base64, and a key has ${KEY_BYTES}: make one with \`openssl rand -base64 32\``,
    );
  }
  return bytes;
}
