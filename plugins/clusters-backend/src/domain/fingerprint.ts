import { createHash } from 'node:crypto';
import type { LiveObject } from './LiveObject';
import { ownedFields } from './ownedFields';

/** What an apply left behind, in a few characters; undefined when nothing of the object is the portal's. */
export function fingerprintOf(object: LiveObject): string | undefined {
  const owned = ownedFields(object);
  return owned && createHash('sha256').update(owned).digest('base64url');
}
