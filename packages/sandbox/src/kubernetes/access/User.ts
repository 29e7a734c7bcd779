/** Who calls. */
export type User = {
  name: string;
  groups: readonly string[];
};

/** A caller that says nothing of itself. */
export const ANONYMOUS: User = {
  name: 'system:anonymous',
  groups: ['system:unauthenticated'],
};
