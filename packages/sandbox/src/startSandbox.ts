import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startGitHost } from './git';
import { CLUSTERS } from './kubernetes/seed';
import { loadCertificate } from './kubernetes/server/certificate';
import type { KubernetesCluster } from './kubernetes/server/KubernetesCluster';
import { startCluster } from './kubernetes/startCluster';
import { renderKubeconfig } from './kubernetes/kubeconfig';

/** Ports of the sandbox; 0 takes a free one. */
export type SandboxPorts = { nonprod: number; prod: number; git: number };

/** The ports that `./portal start` uses, and that app-config.yaml points at. */
export const DEFAULT_PORTS: SandboxPorts = {
  nonprod: 7441,
  prod: 7442,
  git: 7450,
};

/** A running sandbox. */
export type Sandbox = {
  clusters: { nonprod: KubernetesCluster; prod: KubernetesCluster };
  git: { url: string };
  close(): Promise<void>;
};

/**
 * Starts the two clusters and the Git host of the sandbox.
 *
 * @param options - With `dataDir` everything is kept under `<dataDir>/sandbox`, and a kubeconfig is written there.
 */
export async function startSandbox(options: {
  dataDir?: string;
  ports?: SandboxPorts | 0;
  now?: () => Date;
}): Promise<Sandbox> {
  const { dataDir, now } = options;
  const ports = options.ports || { nonprod: 0, prod: 0, git: 0 };
  const directory = dataDir && path.join(dataDir, 'sandbox');
  if (directory) mkdirSync(directory, { recursive: true });
  const certificate = await loadCertificate(directory);
  const start = (name: 'nonprod' | 'prod') =>
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
  const passing = directory
    ? undefined
    : mkdtempSync(path.join(tmpdir(), 'caas-git-'));
  const git = await startGitHost({
    directory: passing ?? path.join(directory!, 'git'),
    port: ports.git,
  });
  if (directory) {
    writeFileSync(
      path.join(directory, 'kubeconfig'),
      renderKubeconfig(Object.values(clusters)),
      { mode: 0o600 },
    );
  }
  return {
    clusters,
    git,
    close: async () => {
      await git.close();
      if (passing) rmSync(passing, { recursive: true, force: true });
      await clusters.nonprod.stop();
      await clusters.prod.stop();
    },
  };
}
