import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { CACHE_FOLDER, MODULE, VERSION } from './cacheFolder.mjs';
import { run } from './run.mjs';
import { withLock } from './withLock.mjs';

/** What is built, the store first: it is there after a minute and shows early that the toolchain works. */
const PACKAGES = {
  etcd: 'go.etcd.io/etcd/server/v3',
  'kube-apiserver': 'k8s.io/kubernetes/cmd/kube-apiserver',
  'kube-controller-manager': 'k8s.io/kubernetes/cmd/kube-controller-manager',
};

/** Where a Go toolchain usually is when it is not on the path. */
const GO_PLACES = ['go', '/usr/local/go/bin/go', '/usr/lib/go/bin/go'];

/** A Go toolchain, if this machine has one. */
export function findGo() {
  return GO_PLACES.find(go => {
    try {
      execFileSync(go, ['version'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
}

export const isBuilt = () => existsSync(path.join(CACHE_FOLDER, 'built.json'));

/** Builds the control plane from the Go module proxy, once for this machine; the folder of its binaries. */
export async function buildBinaries(go, { log }) {
  const onWait = () => log('another run builds kube-apiserver; waiting for it');
  await withLock(`${CACHE_FOLDER}.lock`, { onWait }, async () => {
    if (!isBuilt()) await build(go, log);
  });
  return CACHE_FOLDER;
}

async function build(go, log) {
  removeLeftovers();
  const work = mkdtempSync(`${CACHE_FOLDER}.building-`);
  try {
    const source = path.join(work, 'module');
    const binaries = path.join(work, 'binaries');
    cpSync(MODULE, source, { recursive: true });
    mkdirSync(binaries);
    const built = { version: VERSION, seconds: {}, bytes: {} };
    for (const [name, packagePath] of Object.entries(PACKAGES)) {
      log(`building ${name} ${VERSION} from the Go module proxy (once) …`);
      const started = Date.now();
      const binary = path.join(binaries, name);
      await compile(go, packagePath, binary, source);
      built.seconds[name] = Math.round((Date.now() - started) / 1000);
      built.bytes[name] = statSync(binary).size;
    }
    log(`built in ${JSON.stringify(built.seconds)} seconds`);
    writeFileSync(
      path.join(binaries, 'built.json'),
      `${JSON.stringify(built)}\n`,
    );
    rmSync(CACHE_FOLDER, { recursive: true, force: true });
    renameSync(binaries, CACHE_FOLDER);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** What builds that were interrupted left behind. */
function removeLeftovers() {
  const cache = path.dirname(CACHE_FOLDER);
  const prefix = `${path.basename(CACHE_FOLDER)}.building-`;
  for (const name of readdirSync(cache)) {
    if (name.startsWith(prefix)) {
      rmSync(path.join(cache, name), { recursive: true, force: true });
    }
  }
}

function compile(go, packagePath, binary, cwd) {
  const [, major, minor] = /^v(\d+)\.(\d+)/.exec(VERSION);
  const stamp = {
    gitVersion: VERSION,
    gitMajor: major,
    gitMinor: minor,
    gitTreeState: 'clean',
  };
  const stamps = Object.entries(stamp).map(
    ([name, value]) => `-X k8s.io/component-base/version.${name}=${value}`,
  );
  return run(
    'nice',
    [
      // Whoever has other work goes first: a run of CI builds beside its tests.
      ...['-n', '19', go, 'build', '-mod=readonly', '-buildvcs=false', '-p=2'],
      // Unoptimised: a fifth less work for the compiler, and no test here waits for the API server.
      ...['-trimpath', '-gcflags=all=-N -l'],
      ...['-ldflags', ['-s', '-w', ...stamps].join(' ')],
      ...['-o', binary, packagePath],
    ],
    { cwd, env: { ...process.env, CGO_ENABLED: '0', GOWORK: 'off' } },
  );
}
