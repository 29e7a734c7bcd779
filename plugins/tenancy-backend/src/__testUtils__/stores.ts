import {
  mockServices,
  type TestDatabases,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { DatabaseLedgerStore } from '../database/DatabaseLedgerStore';
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
  ledger: DatabaseLedgerStore;
  namespaces: DatabaseNamespaceStore;
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
    ledger: DatabaseLedgerStore.create({ knex }),
    namespaces: DatabaseNamespaceStore.create({ knex }),
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
