// with-kube-apiserver.mjs COMMAND…: runs the command with TEST_KUBECONFIG pointing at a real kube-apiserver, and stops it
// afterwards. A TEST_KUBECONFIG that is already set is used as it is. Where no kube-apiserver can be had, the command runs
// without the variable, and one line says why.
import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { findBinaries } from './findBinaries.mjs';
import { startControlPlane } from './startControlPlane.mjs';

const VARIABLE = 'TEST_KUBECONFIG';
const [command, ...args] = process.argv.slice(2);
const log = line => console.log(`kube-apiserver: ${line}`);

let child;
let interrupted = false;
// Ctrl-C reaches the command too, as it is of our group; a SIGTERM is passed on. Either way it is given time to end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    interrupted = true;
    if (child) child.kill(signal);
    else process.exit(130);
  });
}

const run = env =>
  new Promise((resolve, reject) => {
    child = spawn(command, args, { stdio: 'inherit', env });
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal ? 1 : code));
  });

const skip = reason => {
  log(`skipped: ${reason}`);
  const { PORTAL_RESULTS } = process.env;
  if (PORTAL_RESULTS) {
    appendFileSync(PORTAL_RESULTS, 'a real kube-apiserver (skipped)|0|0\n');
  }
  return run(process.env);
};

async function runWithControlPlane() {
  const { folder, reason } = await findBinaries({ log });
  if (reason) return skip(reason);
  const started = Date.now();
  const plane = await startControlPlane(folder);
  log(
    `${plane.server} is ready after ${((Date.now() - started) / 1000).toFixed(1)} s${plane.hasControllers ? '' : ', without controllers'}`,
  );
  try {
    return interrupted
      ? 130
      : await run({
          ...process.env,
          [VARIABLE]: plane.kubeconfig,
          [`${VARIABLE}_LACKS_CONTROLLERS`]: String(!plane.hasControllers),
        });
  } finally {
    await plane.stop();
  }
}

process.exitCode = process.env[VARIABLE]
  ? await run(process.env)
  : await runWithControlPlane();
