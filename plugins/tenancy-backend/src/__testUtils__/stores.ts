import {
  mockServices,
  type TestDatabases,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { DatabaseLedgerStore } from '../database/DatabaseLedgerStore';
import { DatabaseCustomRoleStore } from '../database/DatabaseCustomRoleStore';
import { DatabaseDepartmentStore } from '../database/DatabaseDepartmentStore';
import { DatabaseLeaseStore } from '../database/DatabaseLeaseStore';
import { DatabaseNamespaceExportStore } from '../database/DatabaseNamespaceExportStore';
import { DatabaseMemberStore } from '../database/DatabaseMemberStore';
import { DatabaseNamespaceStore } from '../database/DatabaseNamespaceStore';
import { DatabaseTenantStore } from '../database/DatabaseTenantStore';
import { connectDatabase } from '@caas/database-node';
import type { NewNamespace } from '../domain/namespace';
import { amounts, lifeDefinition, propertyDefinition } from './definitions';

export const NOW = new Date('2026-11-21T08:00:00.000Z');

export const LIFE_DEV = {
  tenant: 'life',
  cluster: 'nonprod',
  environment: 'dev',
} as const;

export type Stores = {
  knex: Knex;
  tenants: DatabaseTenantStore;
  members: DatabaseMemberStore;
  customRoles: DatabaseCustomRoleStore;
  departments: DatabaseDepartmentStore;
  ledger: DatabaseLedgerStore;
  namespaces: DatabaseNamespaceStore;
  leases: DatabaseLeaseStore;
  exports: DatabaseNamespaceExportStore;
};

/** The stores over a new database that holds the two tenants of the fixtures. */
export async function createStores(
  databases: TestDatabases,
  databaseId: Parameters<TestDatabases['init']>[0],
): Promise<Stores> {
  const knex = await connectDatabase(
    mockServices.database({ knex: await databases.init(databaseId) }),
    '@caas/plugin-tenancy-backend',
  );
  const tenants = DatabaseTenantStore.create({ knex });
  await tenants.applyDefinitions([lifeDefinition(), propertyDefinition()], NOW);
  return {
    knex,
    tenants,
    members: DatabaseMemberStore.create({ knex }),
    customRoles: DatabaseCustomRoleStore.create({ knex }),
    departments: DatabaseDepartmentStore.create({ knex }),
    ledger: DatabaseLedgerStore.create({ knex }),
    namespaces: DatabaseNamespaceStore.create({ knex }),
    leases: DatabaseLeaseStore.create({ knex }),
    exports: DatabaseNamespaceExportStore.create({ knex }),
  };
}

/** A namespace of `life` on nonprod/dev, 2 cores and 4 GiB unless told. */
export function newNamespace(
  requestId: string,
  changes: Partial<NewNamespace> = {},
): NewNamespace {
  return {
    ...LIFE_DEV,
    name: `life-${requestId}-dev`,
    resources: amounts(2, 4),
    purpose: 'Policy service',
    requestId,
    requester: 'user:default/li-wei',
    ...changes,
  };
}
