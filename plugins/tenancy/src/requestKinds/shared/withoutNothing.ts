import type { FieldErrors } from '@caas/plugin-approvals-react';

/** The problems that there are, of all that were looked for. */
export function withoutNothing(
  problems: Record<string, string | undefined>,
): FieldErrors {
  return Object.fromEntries(
    Object.entries(problems).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
