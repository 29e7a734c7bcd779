import type { UsageSample, UsageSubject } from '../../domain/usageSample';
import type { ClusterView } from '../ClusterView';
import { capacityOfCluster } from './capacity';
import { promisedTo } from './promised';

/** What a cluster, and each of its namespaces in which something runs, asks for and uses now. */
export function* measureUsage(
  cluster: string,
  view: ClusterView,
): Generator<UsageSubject & Omit<UsageSample, 'at'>> {
  const { capacity } = capacityOfCluster(view);
  yield { cluster, ...capacity };
  const { byNamespace } = promisedTo(view.pods.seen);
  const usage = view.usage.seen;
  for (const [namespace, requested] of byNamespace) {
    const seen = view.namespaces.seen.find(namespace);
    if (!seen) continue;
    yield {
      cluster,
      namespace,
      tenant: seen.tenant,
      requested,
      used: usage?.namespaces.get(namespace)?.used,
    };
  }
}
