import { ConflictError } from '@backstage/errors';

/** Refuses an edit that was not made from what is there now. */
export function assertVersion(
  what: string,
  current: number,
  edited: number,
): void {
  if (current === edited) return;
  throw new ConflictError(
    `Somebody else was faster: ${what} is at version ${current}, and you edited version ${edited}. Load it again and repeat your change`,
  );
}
