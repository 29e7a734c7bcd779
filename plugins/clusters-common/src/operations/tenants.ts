import { operation, pageOf } from '@caas/contract';
import { namespaceReadPermission } from '../permissions';
import { tenantUsage } from '../schemas';
import { inNamespaces } from './inputs';

/** Tenants, as far as clusters know them: by the label of their namespaces. */
export const tenants = {
  usage: operation({
    method: 'GET',
    path: '/tenant-usage',
    summary:
      'List what tenants have, have asked for and use, those that asked for most CPU first',
    access: { kind: 'permission', permission: namespaceReadPermission },
  })
    .input(
      inNamespaces.pick({
        limit: true,
        offset: true,
        cluster: true,
        tenant: true,
      }),
    )
    .output(pageOf(tenantUsage)),
};
