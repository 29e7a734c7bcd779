import type { NamespaceExport } from '@caas/plugin-clusters-common';
import {
  ClusterRefusedError,
  type KubernetesClient,
} from '../../clients/KubernetesClient';
import { exported } from '../../domain/exportObjects';

/** What stands in namespaces, in an order in which it can be applied again. */
const KINDS: [apiVersion: string, kind: string, plural: string][] = [
  ['v1', 'ServiceAccount', 'serviceaccounts'],
  ['v1', 'ResourceQuota', 'resourcequotas'],
  ['v1', 'LimitRange', 'limitranges'],
  ['rbac.authorization.k8s.io/v1', 'Role', 'roles'],
  ['rbac.authorization.k8s.io/v1', 'RoleBinding', 'rolebindings'],
  ['networking.k8s.io/v1', 'NetworkPolicy', 'networkpolicies'],
  ['v1', 'ConfigMap', 'configmaps'],
  ['v1', 'Secret', 'secrets'],
  ['v1', 'PersistentVolumeClaim', 'persistentvolumeclaims'],
  ['v1', 'Service', 'services'],
  ['apps/v1', 'Deployment', 'deployments'],
  ['apps/v1', 'StatefulSet', 'statefulsets'],
  ['apps/v1', 'DaemonSet', 'daemonsets'],
  ['batch/v1', 'Job', 'jobs'],
  ['batch/v1', 'CronJob', 'cronjobs'],
  ['autoscaling/v2', 'HorizontalPodAutoscaler', 'horizontalpodautoscalers'],
  ['policy/v1', 'PodDisruptionBudget', 'poddisruptionbudgets'],
  ['networking.k8s.io/v1', 'Ingress', 'ingresses'],
  ['gateway.networking.k8s.io/v1', 'Gateway', 'gateways'],
  ['gateway.networking.k8s.io/v1', 'HTTPRoute', 'httproutes'],
];
const PAGE = 200;
/** More than any namespace that people made by hand; it is kept in a database, and read in one piece. */
const MAX_BYTES = 8 * 2 ** 20;

/** Reads every kind that the portal may read; what it may not, or what is too much, is said in the gaps. */
export async function takeExport(
  client: KubernetesClient,
  namespace: string,
): Promise<Pick<NamespaceExport, 'objects' | 'gaps'>> {
  const objects: NamespaceExport['objects'] = [];
  const gaps = [
    'Custom resources are not in it: only what the portal knows of Kubernetes and the Gateway API',
  ];
  let bytes = 0;
  let tooMuch = 0;
  for (const [apiVersion, kind, plural] of KINDS) {
    const base = apiVersion === 'v1' ? '/api/v1' : `/apis/${apiVersion}`;
    const path = `${base}/namespaces/${encodeURIComponent(namespace)}/${plural}`;
    try {
      let continueToken: string | undefined;
      do {
        const page = await client.list(path, { limit: PAGE, continueToken });
        for (const item of page.items) {
          const object = exported(item, { apiVersion, kind });
          if (!object) continue;
          bytes += Buffer.byteLength(JSON.stringify(object));
          if (bytes > MAX_BYTES) tooMuch += 1;
          else objects.push(object);
        }
        continueToken = page.continueToken;
      } while (continueToken);
    } catch (error) {
      // A cluster without the kind, or one that does not let the portal: the rest is worth keeping.
      if (!(error instanceof ClusterRefusedError)) throw error;
      if (error.name === 'NotOnClusterError') continue;
      gaps.push(`${kind}: ${error.message}`);
    }
  }
  if (objects.some(({ kind }) => kind === 'Secret')) {
    gaps.push('What Secrets hold is not in it: put it in again by hand');
  }
  if (tooMuch > 0) {
    gaps.push(
      `${tooMuch} objects are not in it: together they are more than ${MAX_BYTES / 2 ** 20} MiB`,
    );
  }
  return { objects, gaps };
}
