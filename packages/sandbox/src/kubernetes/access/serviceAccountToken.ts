import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

/** What the token of a service account says. */
export type Claims = {
  namespace: string;
  name: string;
  uid: string;
  /** Seconds since 1970. */
  expires: number;
};

const HEADER = encode({ alg: 'HS256', typ: 'JWT' });
const ISSUER = 'https://kubernetes.default.svc';

/** A JSON web token, signed with the cluster's key, so that it outlives a restart without being stored. */
export function signToken(claims: Claims, key: string): string {
  const { namespace, name, uid, expires } = claims;
  const body = encode({
    iss: ISSUER,
    sub: `system:serviceaccount:${namespace}:${name}`,
    aud: [ISSUER],
    exp: expires,
    jti: randomUUID(),
    'kubernetes.io': { namespace, serviceaccount: { name, uid } },
  });
  return `${HEADER}.${body}.${signature(body, key)}`;
}

/** What a token says, if this cluster signed it and its time is not over. */
export function readToken(
  token: string,
  key: string,
  now: Date,
): Claims | undefined {
  const [header, body, signed] = token.split('.');
  if (header !== HEADER || !body || !signed) return undefined;
  const expected = Buffer.from(signature(body, key));
  const given = Buffer.from(signed);
  if (given.length !== expected.length) return undefined;
  if (!timingSafeEqual(given, expected)) return undefined;
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
  const { namespace, serviceaccount } = claims['kubernetes.io'];
  if (claims.exp * 1000 <= now.getTime()) return undefined;
  return { namespace, ...serviceaccount, expires: claims.exp };
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function signature(body: string, key: string): string {
  return createHmac('sha256', key)
    .update(`${HEADER}.${body}`)
    .digest('base64url');
}
