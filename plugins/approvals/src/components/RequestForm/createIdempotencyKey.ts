/**
 * A key by which the server recognises a repeated submit. `crypto.randomUUID` is missing on plain http, where a portal on
 * an intranet may be.
 */
export function createIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}
