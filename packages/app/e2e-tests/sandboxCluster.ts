import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

/** How to reach a cluster of the sandbox that the portal under test runs on, as its kubeconfig says. */
export function sandboxCluster(name: string): {
  url: string;
  ca: string;
  token: string;
} {
  const data = process.env.CAAS_DATA_DIR ?? '.data';
  const file = path.join(data, 'sandbox', 'kubeconfig');
  const { clusters, users, contexts } = parse(readFileSync(file, 'utf8'));
  const named = <T extends { name: string }>(all: T[], wanted: string): T =>
    all.find(one => one.name === wanted)!;
  const { context } = named<any>(contexts, name);
  const { cluster } = named<any>(clusters, context.cluster);
  const { user } = named<any>(users, context.user);
  return {
    url: cluster.server,
    ca: Buffer.from(cluster['certificate-authority-data'], 'base64').toString(),
    token: user.token,
  };
}
