import type { Knex } from 'knex';
import type { QuotaKey } from '../../domain/quota';
import type { DbNamespaceRow } from '../tables';
import { noteCancelled } from './cancelledRequests';
import { lockQuota } from './lockQuota';

/**
 * Sees to it that a request makes no namespace, or answers the id of the one that it has made, in one transaction.
 *
 * Under the lock under which it would be made: either it is there, or it never will be.
 */
export async function cancelCreation(
  knex: Knex,
  key: QuotaKey,
  requestId: string,
  now: string,
): Promise<string | undefined> {
  return knex.transaction(async tx => {
    await lockQuota(tx, key);
    const made = await tx<DbNamespaceRow>('namespaces')
      .where('request_id', requestId)
      .first();
    if (!made) await noteCancelled(tx, requestId, now);
    return made?.id;
  });
}
