import {
  mockServices,
  type TestDatabases,
} from '@backstage/backend-test-utils';
import {
  LABELS,
  type ApplySetInput,
  type DesiredObject,
} from '@caas/plugin-clusters-common';
import type { Knex } from 'knex';
import { DatabaseApplySetStore } from '../database/DatabaseApplySetStore';
import { connectDatabase } from '@caas/database-node';

export const NOW = new Date('2026-11-21T08:00:00.000Z');
export const TENANCY = 'plugin:tenancy';
export const later = (seconds: number) =>
  new Date(NOW.getTime() + seconds * 1000);

/** The store over a new database. */
export async function createStore(
  databases: TestDatabases,
  databaseId: Parameters<TestDatabases['init']>[0],
): Promise<{ knex: Knex; sets: DatabaseApplySetStore }> {
  const knex = await connectDatabase(
    mockServices.database({ knex: await databases.init(databaseId) }),
    '@caas/plugin-clusters-backend',
  );
  return { knex, sets: DatabaseApplySetStore.create({ knex }) };
}

export function namespace(name: string, tenant = 'life'): DesiredObject {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels: { [LABELS.tenant]: tenant, [LABELS.environment]: 'dev' },
    },
  };
}

export function quota(namespaceName: string, cpu = '2'): DesiredObject {
  return {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'quota', namespace: namespaceName },
    spec: { hard: { 'requests.cpu': cpu, pods: '20' } },
  };
}

export function configMap(
  namespaceName: string,
  name = 'settings',
  data: Record<string, string> = { colour: 'green' },
): DesiredObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: namespaceName },
    data,
  };
}

/** What tenancy puts for a namespace: itself, a quota and a config map. */
export function setOf(
  name: string,
  changes: Partial<ApplySetInput> = {},
): ApplySetInput {
  return {
    cluster: 'nonprod',
    id: `tenancy.namespace.${name}`,
    tenant: 'life',
    generation: 1,
    reason: 'r1',
    objects: [namespace(name), quota(name), configMap(name)],
    ...changes,
  };
}
