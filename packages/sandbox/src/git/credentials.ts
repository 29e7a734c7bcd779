import { timingSafeEqual } from 'node:crypto';
import { unauthorized } from './GiteaError';

/** The one account of the host. It opens nothing but the sandbox of this machine. */
export const PORTAL_USER = 'portal';
export const PORTAL_PASSWORD = 'sandbox-portal-token';

/** Who asks: the portal, or nobody in particular. Wrong credentials are refused, as Gitea does, even for a read. */
export function authenticate(header: string | undefined): string | undefined {
  if (!header) return undefined;
  const [scheme, value = ''] = header.split(/\s+(.*)/s);
  switch (scheme.toLowerCase()) {
    case 'token':
    case 'bearer':
      if (same(value, PORTAL_PASSWORD)) return PORTAL_USER;
      break;
    case 'basic': {
      const text = Buffer.from(value, 'base64').toString('utf8');
      const [user, password = ''] = text.split(/:(.*)/s);
      // Git clients may send a token as the user name or as the password.
      const isOurs =
        (user === PORTAL_USER && same(password, PORTAL_PASSWORD)) ||
        (same(user, PORTAL_PASSWORD) &&
          (password === '' || password === 'x-oauth-basic'));
      if (isOurs) return PORTAL_USER;
      break;
    }
    default:
  }
  throw unauthorized('invalid username, password or token');
}

function same(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
