import { stringify } from 'yaml';
import { ADMIN_TOKEN } from './startCluster';

/** A kubeconfig with one context for each cluster, named like it. */
export function renderKubeconfig(
  clusters: { name: string; url: string; ca: string }[],
): string {
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': clusters[0].name,
    clusters: clusters.map(({ name, url, ca }) => ({
      name,
      cluster: {
        server: url,
        'certificate-authority-data': Buffer.from(ca).toString('base64'),
      },
    })),
    users: [{ name: 'admin', user: { token: ADMIN_TOKEN } }],
    contexts: clusters.map(({ name }) => ({
      name,
      context: { cluster: name, user: 'admin', namespace: 'default' },
    })),
  });
}
