import canonicalize from 'canonicalize';

/**
 * The canonical JSON (RFC 8785) of a payload: the same text whatever the order of its keys. Its SHA-256 is the
 * payload's hash.
 *
 * @public
 */
export function canonicalPayload(payload: unknown): string {
  const text = canonicalize(payload);
  if (text === undefined) throw new TypeError('A payload must be JSON');
  return text;
}
