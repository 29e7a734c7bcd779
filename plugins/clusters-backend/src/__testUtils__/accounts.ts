import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import { ADMIN_TOKEN, type KubernetesCluster } from '@caas/sandbox';

type Rule = { apiGroups: string[]; resources: string[]; verbs: string[] };

/** Makes a service account with these rights, and answers its token. */
export async function createAccount(
  cluster: KubernetesCluster,
  name: string,
  rules: Rule[],
): Promise<string> {
  const rbac = '/apis/rbac.authorization.k8s.io/v1';
  const apiVersion = 'rbac.authorization.k8s.io/v1';
  const namespace = 'default';
  const accounts = `/api/v1/namespaces/${namespace}/serviceaccounts`;
  await post(cluster, accounts, {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name, namespace },
  });
  await post(cluster, `${rbac}/clusterroles`, {
    apiVersion,
    kind: 'ClusterRole',
    metadata: { name },
    rules,
  });
  await post(cluster, `${rbac}/clusterrolebindings`, {
    apiVersion,
    kind: 'ClusterRoleBinding',
    metadata: { name },
    roleRef: {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'ClusterRole',
      name,
    },
    subjects: [{ kind: 'ServiceAccount', name, namespace }],
  });
  const { status } = await post(cluster, `${accounts}/${name}/token`, {
    apiVersion: 'authentication.k8s.io/v1',
    kind: 'TokenRequest',
    spec: { expirationSeconds: 3600 },
  });
  return status.token;
}

async function post(
  cluster: KubernetesCluster,
  path: string,
  body: object,
  // An object of any kind, as JSON.parse types it.
): Promise<any> {
  const answer = await new Promise<string>((resolve, reject) => {
    request(
      `${cluster.url}${path}`,
      {
        method: 'POST',
        ca: cluster.ca,
        headers: {
          authorization: `Bearer ${ADMIN_TOKEN}`,
          'content-type': 'application/json',
        },
      },
      response => void text(response).then(resolve, reject),
    )
      .on('error', reject)
      .end(JSON.stringify(body));
  });
  const parsed = JSON.parse(answer);
  if (parsed.kind === 'Status') throw new Error(`${path}: ${parsed.message}`);
  return parsed;
}
