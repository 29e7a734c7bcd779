import { ConflictError, NotFoundError } from '@backstage/errors';
import { withChinese, type Bilingual } from '@caas/contract';
import { lockRow } from '@caas/database-node';
import type { Knex } from 'knex';
import type { DrainRecord } from '../../domain/drain';
import { drainOfRow, type DbNodeDrainRow } from '../nodeDrainRows';

const WANTED_STOPPED: Bilingual = {
  'zh-CN': '有人要求停止排空',
  en: 'Somebody wants it stopped',
};

/**
 * Records that a drain shall stop. A worker that holds it keeps its lease, and finds out before its next step; else the
 * row is due at once.
 */
export async function cancelNodeDrain(
  knex: Knex,
  drain: { cluster: string; id: string; uncordon: boolean },
  { actor, now }: { actor: string; now: Date },
): Promise<DrainRecord> {
  const { cluster, id, uncordon } = drain;
  return knex.transaction(async tx => {
    const key = { cluster, id };
    const row = await lockRow<DbNodeDrainRow>(tx, 'node_drains', key);
    if (!row) {
      throw withChinese(
        new NotFoundError(`There is no drain '${id}' on cluster '${cluster}'`),
        `集群“${cluster}”上没有排空记录“${id}”`,
      );
    }
    if (['cancelling', 'cancelled'].includes(row.state)) return drainOfRow(row);
    if (!['pending', 'draining'].includes(row.state)) {
      const { message } = drainOfRow(row);
      throw withChinese(
        new ConflictError(
          `The drain of node '${row.node}' has ended already: ${message.en}`,
        ),
        `节点“${row.node}”的排空已经结束：${message['zh-CN']}`,
      );
    }
    const at = now.toISOString();
    const isHeld = row.ticket !== null && row.next_run_at > at;
    const change = {
      state: 'cancelling',
      message: JSON.stringify(WANTED_STOPPED),
      cancelled_by: actor,
      uncordon,
      ...(!isHeld && { ticket: null, next_run_at: at }),
    };
    await tx<DbNodeDrainRow>('node_drains').where(key).update(change);
    return drainOfRow({ ...row, ...change });
  });
}
