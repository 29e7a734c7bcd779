import { canonicalPayload } from './canonicalPayload';
import type { RequestPayload } from './schemas';

/** One field that differs between two payloads; `undefined` where it is not there. @public */
export type PayloadChange = {
  /** Such as `limits.cpu`. */
  path: string;
  before?: unknown;
  after?: unknown;
};

/**
 * What changed from one payload to another, field by field, in the order of the paths.
 *
 * @remarks
 * Objects are compared inside; a list is one value, because its members have no names.
 *
 * @public
 */
export function payloadChanges(
  before: RequestPayload,
  after: RequestPayload,
): PayloadChange[] {
  const [from, to] = [leavesOf(before), leavesOf(after)];
  return [...new Set([...from.keys(), ...to.keys()])]
    .sort()
    .map(path => ({ path, before: from.get(path), after: to.get(path) }))
    .filter(change => textOf(change.before) !== textOf(change.after));
}

function leavesOf(
  value: unknown,
  path = '',
  leaves = new Map<string, unknown>(),
): Map<string, unknown> {
  const isBranch =
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    (Object.keys(value).length > 0 || path === '');
  if (!isBranch) return leaves.set(path, value);
  for (const [name, inner] of Object.entries(value)) {
    leavesOf(inner, path ? `${path}.${name}` : name, leaves);
  }
  return leaves;
}

function textOf(value: unknown): string | undefined {
  return value === undefined ? undefined : canonicalPayload(value);
}
