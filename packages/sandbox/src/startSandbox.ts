import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CLUSTERS } from './kubernetes/seed';
import { loadCertificate } from './kubernetes/server/certificate';
import type { KubernetesCluster } from './kubernetes/server/KubernetesCluster';
import { startCluster } from './kubernetes/startCluster';
import { renderKubeconfig } from './kubernetes/kubeconfig';

/** Ports of the sandbox; 0 takes a free one. */
export type SandboxPorts = { nonprod: number; prod: number };

/** The ports that `./portal start` uses, and that app-config.yaml points at. */
export const DEFAULT_PORTS: SandboxPorts = { nonprod: 7441, prod: 7442 };

/** A running sandbox. */
export type Sandbox = {
  clusters: { nonprod: KubernetesCluster; prod: KubernetesCluster };
  close(): Promise<void>;
};

/**
 * Starts the two clusters of the sandbox.
 *
 * @param options - With `dataDir` everything is kept under `<dataDir>/sandbox`, and a kubeconfig is written there.
 */
export async function startSandbox(options: {
  dataDir?: string;
  ports?: SandboxPorts | 0;
  now?: () => Date;
}): Promise<Sandbox> {
  const { dataDir, now } = options;
  const ports = options.ports || { nonprod: 0, prod: 0 };
  const directory = dataDir && path.join(dataDir, 'sandbox');
  if (directory) mkdirSync(directory, { recursive: true });
  const certificate = await loadCertificate(directory);
  const start = (name: keyof SandboxPorts) =>
    startCluster({
      seed: CLUSTERS.find(seed => seed.name === name)!,
      certificate,
      port: ports[name],
      directory,
      now,
    });
  const clusters = {
    nonprod: await start('nonprod'),
    prod: await start('prod'),
  };
  if (directory) {
    writeFileSync(
      path.join(directory, 'kubeconfig'),
      renderKubeconfig(Object.values(clusters)),
      { mode: 0o600 },
    );
  }
  return {
    clusters,
    close: async () => {
      await clusters.nonprod.stop();
      await clusters.prod.stop();
    },
  };
}
