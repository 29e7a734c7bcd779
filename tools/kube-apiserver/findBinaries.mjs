import { existsSync } from 'node:fs';
import path from 'node:path';
import { buildBinaries, findGo, isBuilt } from './buildBinaries.mjs';
import { CACHE_FOLDER } from './cacheFolder.mjs';

/** The folder of etcd, kube-apiserver and, where it is there, kube-controller-manager; or why there is none. */
export async function findBinaries({ log }) {
  const assets = process.env.KUBEBUILDER_ASSETS;
  if (assets) {
    const missing = ['etcd', 'kube-apiserver'].filter(
      name => !existsSync(path.join(assets, name)),
    );
    return missing.length === 0
      ? { folder: assets }
      : {
          reason: `KUBEBUILDER_ASSETS (${assets}) has no ${missing.join(' and no ')}`,
        };
  }
  if (isBuilt()) return { folder: CACHE_FOLDER };
  if (process.env.KUBE_APISERVER_BUILD === 'no') {
    return {
      reason:
        'it has not been built on this machine yet, and KUBE_APISERVER_BUILD=no forbids to',
    };
  }
  const go = findGo();
  if (!go) {
    return {
      reason:
        'neither KUBEBUILDER_ASSETS nor TEST_KUBECONFIG is set, and there is no Go toolchain to build it with',
    };
  }
  try {
    return { folder: await buildBinaries(go, { log }) };
  } catch (error) {
    // The compiler's last line is the one that says what is wrong.
    const why = error.message.trim().split('\n').pop();
    return { reason: `it could not be built: ${why}` };
  }
}
