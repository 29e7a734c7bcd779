import { ANNOTATION_KUBERNETES_AUTH_PROVIDER } from '@backstage/plugin-kubernetes-common';
import type { ClusterDetails } from '@backstage/plugin-kubernetes-node';
import type { ClusterConnection } from '@caas/plugin-clusters-node';

/** A cluster as the stock plugin wants it. `authMetadata` stays in its memory: it presents none of it to anybody. */
export function toClusterDetails({
  name,
  title,
  url,
  ca,
  token,
}: ClusterConnection): ClusterDetails {
  return {
    name,
    title,
    url,
    caData: ca && Buffer.from(ca).toString('base64'),
    skipTLSVerify: false,
    // The page of stock would ask for metrics of each pod; the portal's own pages have them.
    skipMetricsLookup: true,
    authMetadata: {
      [ANNOTATION_KUBERNETES_AUTH_PROVIDER]: 'serviceAccount',
      serviceAccountToken: token,
    },
  };
}
