import {
  createCipheriv,
  createDecipheriv,
  createHash,
  randomBytes,
} from 'node:crypto';

/** A key that secrets are sealed with: 32 bytes, and the id by which a sealed text names it. */
export type SealKey = { id: string; key: Buffer };

/** A sealed text cannot be opened: says why, and holds nothing of it. */
export class CannotOpenError extends Error {
  override name = 'CannotOpenError';
}

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const FORMAT = 'v1';

/**
 * Seals secrets for the database with AES-256-GCM, as `v1.<id of the key>.<base64url of nonce, tag and ciphertext>`.
 *
 * The first key seals; all of them open, so that a key can be replaced while texts of the old one are about. Each text is
 * bound to its place, a table, row and column: moved into another row it cannot be opened. A nonce is random, and used
 * once: of 96 bits, far beyond the number of tokens that a portal will ever seal.
 */
export class SealKeys {
  constructor(private readonly keys: readonly SealKey[]) {}

  /** Whether the text was sealed with the key that seals now. */
  isCurrent(sealed: string): boolean {
    return idIn(sealed) === this.keys[0]?.id;
  }

  seal(text: string, place: string): string {
    const [first] = this.keys;
    if (!first) throw new Error('There is no key to seal with');
    const nonce = randomBytes(IV_BYTES);
    const cipher = createCipheriv(ALGORITHM, first.key, nonce);
    cipher.setAAD(boundTo(place, first.id));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    const bytes = Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    return `${FORMAT}.${first.id}.${bytes.toString('base64url')}`;
  }

  /** @throws CannotOpenError */
  open(sealed: string, place: string): string {
    const id = idIn(sealed);
    const found = this.keys.find(key => key.id === id);
    if (!found) {
      throw new CannotOpenError(
        `it is sealed with the key '${id}', which the configuration does not have`,
      );
    }
    const bytes = Buffer.from(sealed.split('.')[2] ?? '', 'base64url');
    const nonce = bytes.subarray(0, IV_BYTES);
    const tag = bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
    try {
      const decipher = createDecipheriv(ALGORITHM, found.key, nonce, {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(boundTo(place, id));
      decipher.setAuthTag(tag);
      const text = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
      return Buffer.concat([text, decipher.final()]).toString('utf8');
    } catch {
      throw new CannotOpenError(
        `the key '${id}' does not open it: it is another key of the same id, or the row was changed`,
      );
    }
  }
}

/** Hashed, so that no place can be written to look like another. */
function boundTo(place: string, id: string): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([FORMAT, id, place]))
    .digest();
}

function idIn(sealed: string): string {
  const [format, id] = sealed.split('.');
  return format === FORMAT && id ? id : 'of no format that is known';
}
