import { createHash } from 'node:crypto';

/** Letters and digits that cannot be read as another, and that make no words. */
const ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';

/** The longest beginning of a name that the server ends: what it makes may be the name of a host. */
const LONGEST_BASE = 58;

/** A name that begins with a base, and ends with what follows from a seed: the same one gives the same name. */
export function generatedName(base: string, seed: string): string {
  return base.slice(0, LONGEST_BASE) + encoded(seed, 5);
}

/** The name of a state of a template: it is the same for the same fields, in whatever order they stand. */
export function hashOf(value: unknown): string {
  return encoded(JSON.stringify(value, inOrder), 10);
}

function encoded(text: string, length: number): string {
  const bytes = createHash('sha256').update(text).digest();
  return Array.from(
    bytes.subarray(0, length),
    byte => ALPHABET[byte % ALPHABET.length],
  ).join('');
}

function inOrder(_field: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
