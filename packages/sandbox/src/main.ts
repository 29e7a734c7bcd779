import path from 'node:path';
import { DEFAULT_PORTS, startSandbox, type Sandbox } from './startSandbox';

/** `node -r @backstage/cli/config/nodeTransform.cjs packages/sandbox/src/main.ts` runs the whole sandbox until a signal. */
async function main(): Promise<void> {
  const dataDir = path.resolve(process.env.CAAS_DATA_DIR ?? '.data');
  const sandbox: Sandbox = await startSandbox({
    dataDir,
    ports: DEFAULT_PORTS,
    landscape: true,
  });
  for (const cluster of Object.values(sandbox.clusters)) {
    process.stdout.write(
      `Kubernetes cluster ${cluster.name} answers at ${cluster.url}\n`,
    );
  }
  process.stdout.write(`The Git host answers at ${sandbox.git.url}\n`);
  process.stdout.write(
    `kubectl --kubeconfig ${path.join(dataDir, 'sandbox/kubeconfig')} --context nonprod get namespaces\n`,
  );

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    sandbox.close().then(
      () => process.exit(0),
      error => fail(error),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function fail(error: NodeJS.ErrnoException & { port?: number }): never {
  const sentence =
    error.code === 'EADDRINUSE'
      ? `Port ${error.port} is taken by another program. Stop it (perhaps a sandbox that still runs), then start the sandbox again.`
      : `The sandbox stopped: ${error.message}`;
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

main().catch(fail);
