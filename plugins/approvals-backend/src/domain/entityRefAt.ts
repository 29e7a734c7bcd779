import type { RequestPayload } from '@caas/plugin-approvals-common';

const ENTITY_REF = /^[a-z][a-z0-9-]*:[^:/\s]+\/[^:/\s]+$/;

/**
 * The entity that a payload names at a path such as `payload.component`, as the catalog writes it; undefined where it names
 * none. Only a full reference counts: what a bare name means would be a guess, and nobody decides by a guess.
 */
export function entityRefAt(
  payload: RequestPayload,
  path: string,
): string | undefined {
  let value: unknown = payload;
  for (const name of path.split('.').slice(1)) {
    const isBranch = typeof value === 'object' && value !== null;
    if (!isBranch || !Object.hasOwn(value as object, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  if (typeof value !== 'string') return undefined;
  const ref = value.trim().toLocaleLowerCase('en-US');
  return ENTITY_REF.test(ref) ? ref : undefined;
}
