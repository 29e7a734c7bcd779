import type { ClustersClient } from '../clients/ClustersClient';
import { namespaceManifests } from '../domain/manifests/namespaceManifests';
import { applySetIdOf, type NamespaceRecord } from '../domain/namespace';
import {
  outcomeOfApplySet,
  outcomeOfError,
  type Outcome,
} from '../domain/outcome';

/**
 * One attempt to bring a namespace's apply set to what is wanted. It may be repeated at any time: what stands already
 * is only read, and a put of the same generation changes nothing.
 */
export async function reconcileNamespace(
  namespace: NamespaceRecord,
  clusters: ClustersClient,
): Promise<Outcome> {
  const { cluster, tenant, generation, requestId } = namespace;
  const id = applySetIdOf(namespace);
  try {
    const stored = await clusters.findApplySet(cluster, id);
    const isCurrent = stored?.generation === generation;
    const set = isCurrent
      ? stored
      : await clusters.putApplySet({
          cluster,
          id,
          tenant,
          generation,
          reason: requestId,
          objects: namespaceManifests(namespace),
        });
    return outcomeOfApplySet(set, generation);
  } catch (error) {
    return outcomeOfError(error);
  }
}
