// Tenants and what the configuration says, held against the catalog and each other.
import type { TenantDefinition } from '../../plugins/tenancy-backend/src/domain/tenantsFile';
import type { IsKnown } from './inspectReferences';

/** The part of app-config.yaml that names people and clusters. */
export type Configuration = {
  auth: { personas: { users: string[] } };
  tenancy: { platformRoles: Record<string, string[]> };
  clusters: { name: string; environments: string[] }[];
};

/** People and groups that the tenants name, but the catalog does not know. */
export function strangersInTenants(
  tenants: TenantDefinition[],
  isKnown: IsKnown,
): string[] {
  return tenants.flatMap(({ code, group, contacts, members }) =>
    [group, ...contacts, ...members.map(({ user }) => user)]
      .filter(reference => !isKnown(reference))
      .map(reference => `tenant '${code}': the catalog has no ${reference}`),
  );
}

/** People whom the configuration lets sign in or gives a role, but the catalog does not know. */
export function strangersInConfiguration(
  { auth, tenancy }: Configuration,
  isKnown: IsKnown,
): string[] {
  return [
    ...auth.personas.users,
    ...Object.values(tenancy.platformRoles).flat(),
  ]
    .filter(reference => !isKnown(reference))
    .map(reference => `app-config.yaml: the catalog has no ${reference}`);
}

/** Quotas for a cluster, or an environment of it, that is not configured. */
export function quotasWithoutCluster(
  tenants: TenantDefinition[],
  { clusters }: Configuration,
): string[] {
  return tenants.flatMap(({ code, quotas }) =>
    quotas
      .filter(
        quota =>
          !clusters.some(
            ({ name, environments }) =>
              name === quota.cluster &&
              environments.includes(quota.environment),
          ),
      )
      .map(
        ({ cluster, environment }) =>
          `tenant '${code}': app-config.yaml has no cluster '${cluster}' with the environment ${environment}`,
      ),
  );
}
