import { requestKindProviderContract } from '@caas/plugin-approvals-common';
import { access } from './operations/access';
import { departments } from './operations/departments';
import { members } from './operations/members';
import { roles } from './operations/roles';
import { claimedGroups } from './operations/claimedGroups';
import { memberships } from './operations/memberships';
import { namespaceExports } from './operations/namespaceExports';
import { namespaces } from './operations/namespaces';
import { projection } from './operations/projection';
import { quotas } from './operations/quotas';
import { tenants } from './operations/tenants';

/**
 * The operations of tenancy.
 *
 * @public
 */
export const tenancyContract = {
  tenants,
  members,
  departments,
  roles,
  access,
  namespaces,
  namespaceExports,
  memberships,
  claimedGroups,
  projection,
  quotas,
  ...requestKindProviderContract,
};

/** @public */
export type TenancyContract = typeof tenancyContract;
