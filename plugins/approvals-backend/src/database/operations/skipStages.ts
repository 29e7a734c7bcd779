import type { Knex } from 'knex';
import type { RequestRecord } from '../../domain/request';
import type { DbStageRow } from '../tables';

/** Closes the stages of a revision that nobody will decide any more. */
export async function skipStages(
  tx: Knex.Transaction,
  request: Pick<RequestRecord, 'id' | 'revision'>,
): Promise<void> {
  await tx<DbStageRow>('stages')
    .where({ request_id: request.id, revision: request.revision })
    .whereIn('state', ['waiting', 'open'])
    .update({ state: 'skipped' });
}
