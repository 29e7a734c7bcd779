import { createHash } from 'node:crypto';
import type { IndexableDocument } from '@backstage/plugin-search-common';

/** Counted up when the terms of a document change, so that the next run writes all again. */
const TERMS_VERSION = 1;

function sha256(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Two resources at one address are two documents: each person may be allowed another. */
export function idOf(type: string, document: IndexableDocument): string {
  const { location, authorization } = document;
  return sha256([type, location, authorization?.resourceRef ?? null]);
}

export function digestOf(document: IndexableDocument): string {
  return sha256([TERMS_VERSION, document]);
}
