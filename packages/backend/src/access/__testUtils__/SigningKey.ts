import {
  createHmac,
  generateKeyPairSync,
  sign,
  type KeyObject,
} from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

type Json = Record<string, unknown>;

const encode = (part: Json) =>
  Buffer.from(JSON.stringify(part)).toString('base64url');
const decode = (part: string): Json =>
  JSON.parse(Buffer.from(part, 'base64url').toString());

/** The header and the claims of a token. */
export function readToken(token: string) {
  const [header, claims] = token.split('.').slice(0, 2).map(decode);
  return { header, claims };
}

/** A key with which the portal can be told to sign, so that a test can sign with it too. */
export class SigningKey {
  static create(): SigningKey {
    const { privateKey, publicKey } = generateKeyPairSync('ec', {
      namedCurve: 'P-256',
    });
    const folder = mkdtempSync(path.join(tmpdir(), 'caas-key-'));
    const publicPem = publicKey.export({ type: 'spki', format: 'pem' });
    writeFileSync(path.join(folder, 'public.pem'), publicPem);
    writeFileSync(
      path.join(folder, 'private.pem'),
      privateKey.export({ type: 'pkcs8', format: 'pem' }),
    );
    return new SigningKey(folder, privateKey, String(publicPem));
  }

  private constructor(
    private readonly folder: string,
    private readonly privateKey: KeyObject,
    private readonly publicPem: string,
  ) {}

  /** What goes under `auth.keyStore`. */
  get config() {
    return {
      provider: 'static',
      static: {
        keys: [
          {
            keyId: 'of-the-test',
            publicKeyFile: path.join(this.folder, 'public.pem'),
            privateKeyFile: path.join(this.folder, 'private.pem'),
          },
        ],
      },
    };
  }

  sign(header: Json, claims: Json): string {
    const text = `${encode(header)}.${encode(claims)}`;
    const signature = sign('sha256', Buffer.from(text), {
      key: this.privateKey,
      dsaEncoding: 'ieee-p1363',
    });
    return `${text}.${signature.toString('base64url')}`;
  }

  /** What whoever knows the public key alone can make: it serves as the secret of a symmetric signature. */
  signWithPublicKey(header: Json, claims: Json): string {
    const text = `${encode(header)}.${encode(claims)}`;
    const signature = createHmac('sha256', this.publicPem).update(text);
    return `${text}.${signature.digest('base64url')}`;
  }

  forget(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
