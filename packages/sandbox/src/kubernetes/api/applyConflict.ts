import { ApiError } from './ApiError';

/** The answer to an apply that would take fields from their owners. */
export function applyConflict(
  conflicts: { owner: string; field: string }[],
): ApiError {
  const owners = new Map<string, string[]>();
  for (const { owner, field } of conflicts)
    owners.set(owner, [...(owners.get(owner) ?? []), field]);
  const parts = [...owners].map(([owner, fields]) =>
    conflicts.length === 1
      ? `conflict with ${owner}: ${fields[0]}`
      : `conflicts with ${owner}:\n${fields.map(field => `- ${field}`).join('\n')}`,
  );
  const count =
    conflicts.length === 1 ? '1 conflict' : `${conflicts.length} conflicts`;
  return new ApiError(
    409,
    'Conflict',
    `Apply failed with ${count}: ${parts.join('\n')}`,
    {
      causes: conflicts.map(({ owner, field }) => ({
        reason: 'FieldManagerConflict',
        message: `conflict with ${owner}`,
        field,
      })),
    },
  );
}
