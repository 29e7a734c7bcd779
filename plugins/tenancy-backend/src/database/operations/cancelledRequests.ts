import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { inBothLanguages } from '../../domain/inBothLanguages';
import type { DbCancelledRequestRow } from '../tables';

const rows = (tx: Knex) => tx<DbCancelledRequestRow>('cancelled_requests');

/** Notes that a request must not be carried out any more. Call it under the lock under which it would be. */
export async function noteCancelled(
  tx: Knex.Transaction,
  requestId: string,
  now: string,
): Promise<void> {
  await rows(tx)
    .insert({ request_id: requestId, cancelled_at: now })
    .onConflict('request_id')
    .ignore();
}

/** @throws ConflictError when one was cancelled. Call it under the lock under which they are carried out. */
export async function assertNotCancelled(
  tx: Knex.Transaction,
  ...requestIds: string[]
): Promise<void> {
  const row = await rows(tx).whereIn('request_id', requestIds).first();
  if (row) {
    throw inBothLanguages(ConflictError, {
      'zh-CN': `申请“${row.request_id}”已于 ${row.cancelled_at} 取消，不再执行任何操作。请提交新的申请`,
      en: `Request '${row.request_id}' was cancelled at ${row.cancelled_at}: nothing is done any more. Submit a new request`,
    });
  }
}
