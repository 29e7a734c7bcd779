import type { Knex } from 'knex';
import { DatabaseClaimedGroupStore } from './database/DatabaseClaimedGroupStore';
import { DatabaseCustomRoleStore } from './database/DatabaseCustomRoleStore';
import { DatabaseDepartmentStore } from './database/DatabaseDepartmentStore';
import { DatabaseLeaseStore } from './database/DatabaseLeaseStore';
import { DatabaseLedgerStore } from './database/DatabaseLedgerStore';
import { DatabaseMemberStore } from './database/DatabaseMemberStore';
import { DatabaseNamespaceExportStore } from './database/DatabaseNamespaceExportStore';
import { DatabaseNamespaceStore } from './database/DatabaseNamespaceStore';
import { DatabaseTenantStore } from './database/DatabaseTenantStore';

/** Everything that tenancy keeps. */
export function createStores(knex: Knex) {
  return {
    tenants: DatabaseTenantStore.create({ knex }),
    members: DatabaseMemberStore.create({ knex }),
    customRoles: DatabaseCustomRoleStore.create({ knex }),
    departments: DatabaseDepartmentStore.create({ knex }),
    claimedGroupRecords: DatabaseClaimedGroupStore.create({ knex }),
    ledger: DatabaseLedgerStore.create({ knex }),
    namespaces: DatabaseNamespaceStore.create({ knex }),
    leases: DatabaseLeaseStore.create({ knex }),
    exports: DatabaseNamespaceExportStore.create({ knex }),
  };
}

/** @see createStores */
export type Stores = ReturnType<typeof createStores>;
