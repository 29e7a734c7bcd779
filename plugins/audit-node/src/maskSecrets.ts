import type { JsonObject, JsonValue } from '@backstage/types';

/** What stands in the trail where a secret was. */
export const MASK = '***';

/** A key that ends in one of these holds a secret, however it is spelt: `apiToken`, `api_token`, `API-TOKEN`. */
const SECRET_KEY =
  /(token|password|passwd|pwd|passphrase|secret|authorization|cookie|credential|apikey|privatekey|accesskey|kubeconfig)s?$/;

/** Secrets that give themselves away inside a text. */
const SECRET_TEXT: [RegExp, string][] = [
  [/\b(bearer|basic) +(?=[a-z]*[A-Z0-9])[\w.~+/=-]{8,}/g, `$1 ${MASK}`],
  [/\b(Bearer|Basic) +[\w.~+/=-]{8,}/g, `$1 ${MASK}`],
  [/\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g, MASK],
  [/(:\/\/[^\s:/@]*):[^\s/@]+@/g, `$1:${MASK}@`],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END|$)/g, `${MASK}$1`],
];

/** Bounds of what one event may store: enough for a person to read, too little to fill a disk. */
const MAX_TEXT = 2_000;
const MAX_ENTRIES = 100;
const MAX_DEPTH = 8;

/** The text without the secrets that show in it, and not longer than a person reads. */
export function maskText(text: string): string {
  // Cut first, with room to spare: a pattern must not run over megabytes.
  const start = text.slice(0, 2 * MAX_TEXT);
  const masked = SECRET_TEXT.reduce(
    (current, [pattern, mask]) => current.replace(pattern, mask),
    start,
  );
  return masked.length > MAX_TEXT || start.length < text.length
    ? `${masked.slice(0, MAX_TEXT)}…`
    : masked;
}

/** The facts of an event without secrets at any depth, as plain JSON of bounded size. */
export function maskFacts(facts: object): JsonObject {
  return maskObject(facts, 0);
}

function maskObject(value: object, depth: number): JsonObject {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .slice(0, MAX_ENTRIES)
      .map(([key, inner]) => [
        key.slice(0, MAX_ENTRIES),
        isSecretKey(key) && inner !== null ? MASK : maskValue(inner, depth + 1),
      ]),
  );
}

function maskValue(value: unknown, depth: number): JsonValue {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object') return maskText(String(value));
  if (depth >= MAX_DEPTH) return '…';
  if (value instanceof Error) return maskText(value.message);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) {
    return value
      .slice(0, MAX_ENTRIES)
      .map(inner => maskValue(inner, depth + 1));
  }
  return maskObject(value, depth);
}

function isSecretKey(key: string): boolean {
  return SECRET_KEY.test(key.toLowerCase().replaceAll(/[^a-z]/g, ''));
}
