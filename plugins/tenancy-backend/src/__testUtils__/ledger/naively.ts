import { ConflictError } from '@backstage/errors';
import { addResources } from '@caas/plugin-tenancy-common';
import type { Knex } from 'knex';
import { namespaceIdOf, type NewNamespace } from '../../domain/namespace';
import { fits, leftOf } from '../../domain/quota';
import {
  allocatedColumns,
  allocatedOf,
  amountsOf,
  hardOf,
  type DbQuotaRow,
} from '../../database/tables';
import { NOW } from '../stores';
import type { Allocate } from './Play';

/** What one would write first: every statement is right, and together they are not. */
export function naively(knex: Knex): Allocate {
  return async asked => {
    const { tenant, cluster, environment, resources, requestId } = asked;
    const key = { tenant, cluster, environment };
    const before = await knex('allocations').where('request_id', requestId);
    if (before.length > 0) return;
    const quota = (await knex<DbQuotaRow>('quotas').where(key).first())!;
    const allocated = allocatedOf(quota);
    if (!fits(resources, leftOf({ hard: hardOf(quota), allocated }))) {
      throw new ConflictError('too much');
    }
    const after = addResources(allocated, resources);
    await knex('quotas').where(key).update(allocatedColumns(after));
    await insertWithoutAsking(knex, asked);
  };
}

async function insertWithoutAsking(knex: Knex, asked: NewNamespace) {
  const { resources, requestId, leaseUntil, partition, ...rest } = asked;
  const time = NOW.toISOString();
  const id = namespaceIdOf(requestId);
  await knex('namespaces')
    .insert({
      ...rest,
      ...amountsOf(resources),
      id,
      request_id: requestId,
      state: 'provisioning',
      step: 'apply',
      generation: 1,
      failure_told: false,
      next_run_at: time,
      attempts: 0,
      created_at: time,
      updated_at: time,
    })
    .onConflict()
    .ignore();
  await knex('allocations')
    .insert({
      request_id: requestId,
      namespace_id: id,
      tenant: rest.tenant,
      cluster: rest.cluster,
      environment: rest.environment,
      ...amountsOf(resources),
      created_at: time,
    })
    .onConflict()
    .ignore();
}
