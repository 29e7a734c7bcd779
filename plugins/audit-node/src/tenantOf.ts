import type { JsonObject } from '@backstage/types';

/** As long as the label of a namespace, in which a tenant's code stands too. */
const LONGEST = 63;

/** The tenant that an event is about: what it noted as `tenant`, when that can be the code of one. */
export function tenantOf({ tenant }: JsonObject): string | undefined {
  return typeof tenant === 'string' && tenant && tenant.length <= LONGEST
    ? tenant
    : undefined;
}
