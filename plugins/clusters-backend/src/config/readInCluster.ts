import path from 'node:path';
import type { ClusterAccess } from '../domain/ClusterDefinition';
import { readTextFresh } from './readFresh';

/** What Kubernetes gives to every pod. */
export type PodEnvironment = {
  variables: Readonly<Record<string, string | undefined>>;
  /** Where the service account's token and the cluster's certificate authority lie. */
  serviceAccountDir: string;
};

export const THIS_POD: PodEnvironment = {
  variables: process.env,
  serviceAccountDir: '/var/run/secrets/kubernetes.io/serviceaccount',
};

/** The cluster that the portal itself runs on, by the service account of its pod. The token rotates every hour. */
export function readInCluster({
  variables,
  serviceAccountDir,
}: PodEnvironment): () => ClusterAccess {
  const readCa = readTextFresh(path.join(serviceAccountDir, 'ca.crt'));
  const readToken = readTextFresh(path.join(serviceAccountDir, 'token'));
  return () => {
    const host = variables.KUBERNETES_SERVICE_HOST;
    const port = variables.KUBERNETES_SERVICE_PORT ?? '443';
    if (!host) {
      throw new Error(
        `the portal runs in no pod (KUBERNETES_SERVICE_HOST is not set): say 'url' or 'kubeconfig' in place of 'inCluster'`,
      );
    }
    const url = `https://${host.includes(':') ? `[${host}]` : host}:${port}`;
    return { url, ca: readCa(), user: { token: readToken() } };
  };
}
