import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { PLATFORM_ROLES, TENANT_ROLES } from '@caas/plugin-tenancy-common';
import { z } from 'zod';
import type { GroupRole } from '../domain/groupRoles';
import { groupReference } from '../domain/references';

const KEY = 'tenancy.groupRoles';
const COUNT_FOR_KEY = 'tenancy.claimedGroupsCountFor';

/**
 * Whoever has the portal open is seen again at least every hour, when the token of the portal ends. A day keeps
 * yesterday's approvers on the list of approvers this morning, and drops those who have not come back since.
 */
const DEFAULT_COUNT_FOR = { hours: 24 };

const ofCatalog = { group: groupReference };
const ofClaim = {
  claim: z.string().trim().min(1, 'write the name of the group').max(300),
};
const onPlatform = {
  platformRole: z.enum(PLATFORM_ROLES, {
    error: `write one of ${PLATFORM_ROLES.join(', ')}`,
  }),
};
const inTenant = {
  tenant: z.string({ error: "write the tenant's code" }).min(1),
  role: z.enum(TENANT_ROLES, {
    error: `write one of ${TENANT_ROLES.join(', ')}`,
  }),
};

/** Reads `tenancy.groupRoles`; nothing there: groups give nobody a role. */
export function readGroupRoles(config: Config): GroupRole[] {
  const entries = config.getOptional<unknown>(KEY) ?? [];
  if (!Array.isArray(entries)) {
    throw new InputError(`${KEY} in app-config.yaml: write a list`);
  }
  return entries.map(readEntry);
}

/** Reads how long a claimed group counts after the person was seen with it. */
export function readClaimedGroupsCountFor(config: Config): number {
  if (!config.has(COUNT_FOR_KEY)) {
    return durationToMilliseconds(DEFAULT_COUNT_FOR);
  }
  try {
    const duration = readDurationFromConfig(config, { key: COUNT_FOR_KEY });
    const milliseconds = durationToMilliseconds(duration);
    if (milliseconds > 0) return milliseconds;
  } catch {
    // Said below.
  }
  throw new InputError(
    `${COUNT_FOR_KEY} in app-config.yaml: write a duration such as { hours: 24 } or PT24H`,
  );
}

function readEntry(entry: unknown, index: number): GroupRole {
  const fields = typeof entry === 'object' && entry !== null ? entry : {};
  if ('group' in fields === 'claim' in fields) {
    throw new InputError(
      `${KEY}.${index} in app-config.yaml: write either 'group', a group of the catalog, or 'claim', a group as the sign-in writes it`,
    );
  }
  const holds = 'platformRole' in fields ? onPlatform : inTenant;
  if ('group' in fields) {
    const parsed = parse(z.strictObject({ ...ofCatalog, ...holds }), entry);
    return { source: 'catalog', ...parsed } as GroupRole;
  }
  const { claim, ...rest } = parse(
    z.strictObject({ ...ofClaim, ...holds }),
    entry,
  );
  return { source: 'claim', group: claim, ...rest } as GroupRole;

  function parse<Schema extends z.ZodType>(schema: Schema, value: unknown) {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    const { path, message } = result.error.issues[0];
    throw new InputError(
      `${[KEY, index, ...path].join('.')} in app-config.yaml: ${message}`,
    );
  }
}
