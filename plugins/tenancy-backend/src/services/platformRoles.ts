import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { PLATFORM_ROLES, type PlatformRole } from '@caas/plugin-tenancy-common';
import { userReference } from '../domain/references';

/** Who holds a role for the whole platform. */
export type PlatformRoles = Record<PlatformRole, string[]>;

/** Reads `tenancy.platformRoles`. */
export function readPlatformRoles(config: Config): PlatformRoles {
  const section = config.getOptionalConfig('tenancy.platformRoles');
  const unknown = section
    ?.keys()
    .find(key => !PLATFORM_ROLES.includes(key as PlatformRole));
  if (unknown) {
    throw new InputError(
      `tenancy.platformRoles in app-config.yaml knows no role '${unknown}': write ${PLATFORM_ROLES.join(', ')}`,
    );
  }
  return Object.fromEntries(
    PLATFORM_ROLES.map(role => [
      role,
      (section?.getOptionalStringArray(role) ?? []).map(user =>
        readUser(user, role),
      ),
    ]),
  ) as PlatformRoles;
}

/** The platform roles of one person. */
export function platformRolesOf(
  roles: PlatformRoles,
  user: string,
): PlatformRole[] {
  return PLATFORM_ROLES.filter(role => roles[role].includes(user));
}

function readUser(text: string, role: string): string {
  const result = userReference.safeParse(text);
  if (result.success) return result.data;
  throw new InputError(
    `tenancy.platformRoles.${role} in app-config.yaml: ${result.error.issues[0].message}`,
  );
}
