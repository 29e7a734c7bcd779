import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startGitHost } from './git/startGitHost';
import { renderKubeconfig } from './kubernetes/kubeconfig';
import { CLUSTERS } from './kubernetes/seed';
import { loadCertificate } from './kubernetes/server/certificate';
import type { KubernetesCluster } from './kubernetes/server/KubernetesCluster';
import { startCluster } from './kubernetes/startCluster';

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
 * @param options - With `dataDir` everything is kept under `<dataDir>/sandbox`, and a kubeconfig is written there. With
 *   `landscape` clusters that are new have the services of the catalog.
 */
export async function startSandbox(options: {
  dataDir?: string;
  ports?: SandboxPorts | 0;
  now?: () => Date;
  landscape?: boolean;
}): Promise<Sandbox> {
  const { dataDir, now, landscape } = options;
  const ports = options.ports || { nonprod: 0, prod: 0, git: 0 };
  const directory = dataDir && path.join(dataDir, 'sandbox');
  if (directory) mkdirSync(directory, { recursive: true });
  const certificate = await loadCertificate(directory);

  // What runs already, to be closed in the end, or at once when a later part does not start.
  const closers: (() => unknown)[] = [];
  const close = async () => {
    for (const closeOne of closers.splice(0).reverse()) await closeOne();
  };
  const startOne = async (name: 'nonprod' | 'prod') => {
    const seed = CLUSTERS.find(candidate => candidate.name === name)!;
    const port = ports[name];
    const cluster = await startCluster({
      seed,
      certificate,
      port,
      directory,
      now,
      landscape,
    });
    closers.push(() => cluster.stop());
    return cluster;
  };
  // Git works on files: without a data directory it gets one that goes away with the sandbox.
  const repositories = () => {
    if (directory) return path.join(directory, 'git');
    const temporary = mkdtempSync(path.join(tmpdir(), 'sandbox-git-'));
    closers.push(() => rmSync(temporary, { recursive: true, force: true }));
    return temporary;
  };

  try {
    const clusters = {
      nonprod: await startOne('nonprod'),
      prod: await startOne('prod'),
    };
    const git = await startGitHost({
      directory: repositories(),
      port: ports.git,
      now,
    });
    closers.push(() => git.close());
    if (directory) {
      writeFileSync(
        path.join(directory, 'kubeconfig'),
        renderKubeconfig(Object.values(clusters)),
        { mode: 0o600 },
      );
    }
    return { clusters, git: { url: git.url }, close };
  } catch (error) {
    await close();
    throw error;
  }
}
