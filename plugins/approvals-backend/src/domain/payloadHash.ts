import { createHash } from 'node:crypto';
import { canonicalPayload } from '@caas/plugin-approvals-common';

/** A payload in its canonical form, and the SHA-256 of that text in hex. */
export function freezePayload(payload: unknown): {
  canonical: string;
  hash: string;
} {
  const canonical = canonicalPayload(payload);
  return {
    canonical,
    hash: createHash('sha256').update(canonical).digest('hex'),
  };
}
