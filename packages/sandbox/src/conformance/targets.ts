import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { CLUSTERS } from '../kubernetes/seed';
import { loadCertificate } from '../kubernetes/server/certificate';
import { startCluster } from '../kubernetes/startCluster';
import type { Connection } from '../kubernetes/tests/ApiClient';

/** Something that the suite runs against. */
export type Target = {
  name: string;
  /** Whether controllers run: without them nothing is collected, and no namespace goes. */
  hasControllers: boolean;
  start(): Promise<{ connection: Connection; stop(): Promise<void> }>;
};

const SANDBOX: Target = {
  name: 'the sandbox',
  hasControllers: true,
  async start() {
    const cluster = await startCluster({
      seed: CLUSTERS[0],
      certificate: await loadCertificate(undefined),
      port: 0,
    });
    const { url, ca, token } = cluster;
    return { connection: { url, ca, token }, stop: () => cluster.stop() };
  },
};

/** The sandbox always; a real kube-apiserver too, where `TEST_KUBECONFIG` names a kubeconfig. */
export function targets(): Target[] {
  const { TEST_KUBECONFIG, TEST_KUBECONFIG_LACKS_CONTROLLERS } = process.env;
  if (!TEST_KUBECONFIG) return [SANDBOX];
  const real: Target = {
    name: 'a real kube-apiserver',
    hasControllers: TEST_KUBECONFIG_LACKS_CONTROLLERS !== 'true',
    start: async () => ({
      connection: readConnection(TEST_KUBECONFIG),
      stop: async () => {},
    }),
  };
  return [SANDBOX, real];
}

/** The server and the user of the current context. */
function readConnection(file: string): Connection {
  const config = parse(readFileSync(file, 'utf8'));
  const named = <T extends { name: string }>(list: T[], name: string): T => {
    const found = list.find(each => each.name === name);
    if (!found) throw new Error(`${file} has no entry named '${name}'`);
    return found;
  };
  const { context } = named<{ name: string; context: Record<string, string> }>(
    config.contexts,
    config['current-context'],
  );
  type Entry = Record<string, string>;
  const { cluster } = named<{ name: string; cluster: Entry }>(
    config.clusters,
    context.cluster,
  );
  const { user } = named<{ name: string; user: Entry }>(
    config.users,
    context.user,
  );
  const pem = (entry: Entry, field: string) => {
    const inline = entry[`${field}-data`];
    if (inline) return Buffer.from(inline, 'base64').toString();
    const beside = entry[field];
    return (
      beside && readFileSync(path.resolve(path.dirname(file), beside), 'utf8')
    );
  };
  const cert = pem(user, 'client-certificate');
  const key = pem(user, 'client-key');
  return {
    url: cluster.server.replace(/\/$/, ''),
    ca: pem(cluster, 'certificate-authority') ?? '',
    token: user.token,
    ...(cert && key && { clientCertificate: { cert, key } }),
  };
}
