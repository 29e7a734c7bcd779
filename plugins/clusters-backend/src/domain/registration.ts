import type { ClusterRegistration } from '@caas/plugin-clusters-common';

/** A registered cluster as the table keeps it: its token is sealed. */
export type RegistrationRecord = ClusterRegistration & {
  sealedToken: string;
};

/** What one registration is made of, besides who made it when. */
export type RegistrationContent = Omit<
  RegistrationRecord,
  'version' | 'updatedBy' | 'updatedAt'
>;

/** What the token of a cluster is sealed for: moved to another row or column, it cannot be opened. */
export const placeOfToken = (name: string) =>
  `table clusters, row ${name}, column sealed_token`;
