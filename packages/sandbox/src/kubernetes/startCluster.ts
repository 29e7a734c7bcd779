import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { reconcileRoles } from './access/roles';
import { Controllers } from './controllers/Controllers';
import type { IsImageKnown } from './controllers/kubelet/isImageKnown';
import { seedLandscape } from './landscape/seedLandscape';
import { install } from './installed/install';
import { seedCluster, type ClusterSeed } from './seed';
import type { Certificate } from './server/certificate';
import { KubernetesCluster } from './server/KubernetesCluster';
import { FileJournal, MemoryJournal } from './storage/Journal';
import { ObjectStore } from './storage/ObjectStore';

/** Token of the portal, and of `kubectl`. They open nothing but the sandbox of this machine. */
export const PORTAL_TOKEN = 'sandbox-portal-token';
export const ADMIN_TOKEN = 'sandbox-admin-token';

/** Starts one cluster; with a directory it keeps its objects there. */
export async function startCluster(options: {
  seed: ClusterSeed;
  certificate: Certificate;
  port: number;
  directory?: string;
  now?: () => Date;
  /** Whether a new cluster has the services of the catalog. */
  landscape?: boolean;
  isImageKnown?: IsImageKnown;
}): Promise<KubernetesCluster> {
  const { seed, certificate, port, directory, isImageKnown } = options;
  const now = options.now ?? (() => new Date());
  if (directory) mkdirSync(directory, { recursive: true });
  const journal = directory
    ? new FileJournal(path.join(directory, `${seed.name}.journal`))
    : new MemoryJournal();
  const store = new ObjectStore(journal, now);
  const isNew = store.isEmpty;
  if (isNew) seedCluster(store, seed);
  reconcileRoles(store);
  install(store);
  if (isNew && options.landscape) seedLandscape(store, seed.name);
  store.compact();
  const cluster = new KubernetesCluster({
    name: seed.name,
    store,
    controllers: new Controllers(store, now, certificate.cert, isImageKnown),
    certificate,
    tokens: { portal: PORTAL_TOKEN, admin: ADMIN_TOKEN },
    port,
    now,
  });
  await cluster.start();
  return cluster;
}
