import { request } from 'node:https';
import { sandboxCluster } from './sandboxCluster';

/** What a cluster of the sandbox answers to whom its kubeconfig lets in, and with which status. */
export function askSandbox(
  cluster: string,
  path: string,
): Promise<{ status: number; body: any /* of any kind */ }> {
  const { url, ca, token } = sandboxCluster(cluster);
  return new Promise((resolve, reject) => {
    const asked = request(
      new URL(path, url),
      { ca, headers: { authorization: `Bearer ${token}` } },
      response => {
        const chunks: Buffer[] = [];
        response.on('data', chunk => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: JSON.parse(Buffer.concat(chunks).toString()),
          }),
        );
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}

/** Everything of these kinds that stands in a namespace, by kind and name. */
export async function objectsIn(
  cluster: string,
  namespace: string,
): Promise<Map<string, any>> /* of any kind */ {
  const lists = [
    ['v1', 'resourcequotas', 'ResourceQuota'],
    ['v1', 'limitranges', 'LimitRange'],
    ['networking.k8s.io/v1', 'networkpolicies', 'NetworkPolicy'],
    ['rbac.authorization.k8s.io/v1', 'rolebindings', 'RoleBinding'],
  ];
  const found = new Map<string, any>(); // of any kind
  for (const [group, plural, kind] of lists) {
    const base = group === 'v1' ? '/api/v1' : `/apis/${group}`;
    const { body } = await askSandbox(
      cluster,
      `${base}/namespaces/${namespace}/${plural}`,
    );
    for (const object of body.items) {
      found.set(`${kind} ${object.metadata.name}`, object);
    }
  }
  return found;
}
