import type { ClustersClient } from '../clients/ClustersClient';
import type { NamespaceExportStore } from '../database/NamespaceExportStore';
import {
  applySetIdOf,
  ownNamespace,
  type NamespaceRecord,
} from '../domain/namespace';
import { outcomeOfError, reasonOf, type Outcome } from '../domain/outcome';
import { keepExport } from './keepExport';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * One attempt to have everything of a namespace deleted; `gone` when nothing is left. It may be repeated at any time.
 *
 * Whoever decided it, its manifests are kept first, unless the lease has just done so, or nothing of ours stands. What is
 * deleted is the apply set: clusters look at label and UID once more, and touch nothing that the set did not make.
 */
export async function reconcileDeletion(
  namespace: NamespaceRecord,
  options: { clusters: ClustersClient; exports: NamespaceExportStore },
): Promise<Outcome | { kind: 'gone' }> {
  const { clusters } = options;
  const { cluster, deleteRequestId } = namespace;
  const id = applySetIdOf(namespace);
  try {
    const set = await clusters.findApplySet(cluster, id);
    if (!set || set.state === 'deleted') return { kind: 'gone' };
    if (set.state !== 'deleting') {
      await keepLast(namespace, options);
      const reason = deleteRequestId ?? 'lease';
      const deleting = await clusters.deleteApplySet({ cluster, id, reason });
      if (deleting.state === 'deleted') return { kind: 'gone' };
    }
    return {
      kind: 'waiting',
      step: 'ready',
      message: reasonOf(set, {
        'zh-CN': `正在等待集群“${cluster}”删除它`,
        en: `Waiting for cluster '${cluster}' to delete it`,
      }),
    };
  } catch (error) {
    const outcome = outcomeOfError(error);
    // There is no way back, so there is nothing to decide: it is tried until it is through, and says why it is not.
    return outcome.kind === 'stalled'
      ? { kind: 'retry', error: outcome.message }
      : outcome;
  }
}

async function keepLast(
  namespace: NamespaceRecord,
  {
    clusters,
    exports,
  }: { clusters: ClustersClient; exports: NamespaceExportStore },
): Promise<void> {
  const since = Date.parse(namespace.deletingAt ?? '') - DAY_MS;
  const kept = await exports.list(namespace.id);
  if (kept.some(({ takenAt }) => Date.parse(takenAt) >= since)) return;
  try {
    const taken = await clusters.exportNamespace(ownNamespace(namespace));
    await keepExport(exports, namespace, 'deletion', taken);
  } catch (error) {
    const { name } = error as Error;
    // Nothing of ours stands there: there is nothing to keep.
    if (name !== 'NotFoundError' && name !== 'NotAllowedError') throw error;
  }
}
