import type { Memberships } from '@caas/plugin-tenancy-common';

/** The roles of a person, as the policy uses them. */
export type Roles = {
  platformRoles: Memberships['platformRoles'];
  tenants: Array<
    Pick<Memberships['tenants'][number], 'code' | 'roles'> & {
      /** What custom roles add, by name; nothing when left out. */
      permissions?: readonly string[];
    }
  >;
};

/** Nothing: also the answer when nobody can say which roles a person has. */
export const NO_ROLES: Roles = { platformRoles: [], tenants: [] };

/** Where the policy learns what roles a person has. It never throws: who cannot be looked up has no roles. */
export interface RoleLookup {
  rolesOf(userRef: string): Promise<Roles>;
}
