import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

type Kubeconfig = {
  contexts: { name: string; context: { cluster: string; user: string } }[];
  clusters: {
    name: string;
    cluster: { server: string; 'certificate-authority-data': string };
  }[];
  users: { name: string; user: { token: string } }[];
};

/** How to reach a cluster of the sandbox that the portal under test runs on, as its kubeconfig says. */
export function sandboxCluster(name: string): {
  url: string;
  ca: string;
  token: string;
} {
  const data = process.env.CAAS_DATA_DIR ?? '.data';
  const file = path.join(data, 'sandbox', 'kubeconfig');
  const config: Kubeconfig = parse(readFileSync(file, 'utf8'));
  const { context } = find(config.contexts, name);
  const { cluster } = find(config.clusters, context.cluster);
  const { user } = find(config.users, context.user);
  return {
    url: cluster.server,
    ca: Buffer.from(cluster['certificate-authority-data'], 'base64').toString(),
    token: user.token,
  };
}

function find<T extends { name: string }>(all: T[], name: string): T {
  const found = all.find(one => one.name === name);
  if (!found) throw new Error(`The kubeconfig names no '${name}'`);
  return found;
}
