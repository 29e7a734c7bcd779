import { generateKeyPairSync, sign } from 'node:crypto';

const encode = value =>
  Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = part => JSON.parse(Buffer.from(part, 'base64url').toString());

const CHANGES = {
  expired: claims => ({ ...claims, iat: claims.iat - 7200, exp: claims.iat }),
  audience: claims => ({ ...claims, aud: 'somebody-else' }),
  issuer: claims => ({ ...claims, iss: 'https://elsewhere.example' }),
  nonce: claims => ({ ...claims, nonce: 'of another sign-in' }),
};

/**
 * An ID token with something wrong: `expired`, `audience`, `issuer` and `nonce` are signed with the true key, `signature`
 * with another one, and `none` is not signed.
 */
export function forgeIdToken(kind, token, key) {
  const [header, payload] = token.split('.').slice(0, 2).map(decode);
  if (kind === 'none') {
    return `${encode({ ...header, alg: 'none' })}.${encode(payload)}.`;
  }
  const content = `${encode(header)}.${encode(
    CHANGES[kind]?.(payload) ?? payload,
  )}`;
  const signer =
    kind === 'signature'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
      : key;
  const signature = sign('RSA-SHA256', Buffer.from(content), signer);
  return `${content}.${signature.toString('base64url')}`;
}
