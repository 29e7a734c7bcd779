import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { inBothLanguages } from '../../domain/inBothLanguages';
import { NEVER, type DbLeaseRow } from '../leaseTables';
import type { DbNamespaceRow } from '../tables';
import { assertNotCancelled, noteCancelled } from './cancelledRequests';
import { lockLease } from './lockLease';

/** Which namespace a request deletes. */
export type Deletion = { requestId: string; namespaceId: string };

/**
 * Records that a namespace is being deleted because a request that a person approved says so, in one transaction. From here
 * on there is no way back: its lease ends, and whatever a worker has under way for it is not written any more.
 *
 * @throws ConflictError when it is deleted already, or the request was cancelled, in a sentence.
 */
export async function beginDeletion(
  knex: Knex,
  { requestId, namespaceId }: Deletion,
  now: string,
): Promise<void> {
  await knex.transaction(async tx => {
    const { namespace, lease } = await lockLease(tx, namespaceId);
    if (namespace?.delete_request_id === requestId) return;
    await assertNotCancelled(tx, requestId);
    const isBegun = namespace?.life === 'deleting';
    if (
      !namespace ||
      namespace.life === 'deleted' ||
      (isBegun && namespace.delete_request_id)
    ) {
      const name = namespace?.name ?? namespaceId;
      throw inBothLanguages(ConflictError, {
        'zh-CN': `命名空间“${name}”${isBegun ? '正在删除' : '已经删除'}`,
        en: `Namespace '${name}' ${isBegun ? 'is being deleted' : 'was deleted'} already`,
      });
    }
    await tx<DbNamespaceRow>('namespaces')
      .where('id', namespaceId)
      .update({
        life: 'deleting',
        delete_request_id: requestId,
        ...(isBegun
          ? {}
          : {
              deleting_at: now,
              message: null,
              attempts: 0,
              ticket: null,
              // A worker that holds the row may be about to put objects: the deletion waits until it cannot any more.
              next_run_at: namespace.ticket ? namespace.next_run_at : now,
            }),
        updated_at: now,
      });
    if (!lease) return;
    await tx<DbLeaseRow>('leases')
      .where('namespace_id', namespaceId)
      .update({ ticket: null, next_run_at: NEVER, updated_at: now });
  });
}

/** Sees to it that a deletion never happens, unless it has begun. */
export async function cancelDeletion(
  knex: Knex,
  { requestId, namespaceId }: Deletion,
  now: string,
): Promise<void> {
  await knex.transaction(async tx => {
    const { namespace } = await lockLease(tx, namespaceId);
    if (namespace?.delete_request_id === requestId) {
      throw inBothLanguages(ConflictError, {
        'zh-CN': `命名空间“${namespace.name}”正在删除，无法撤回`,
        en: `Namespace '${namespace.name}' is being deleted: that cannot be taken back`,
      });
    }
    await noteCancelled(tx, requestId, now);
  });
}
