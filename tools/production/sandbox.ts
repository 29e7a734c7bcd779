// sandbox.ts FOLDER: runs the sandbox on free ports until a signal, or until whoever started it is gone, and says in one
// line of JSON where it answers.
import path from 'node:path';
import { startSandbox } from '../../packages/sandbox/src/startSandbox';

async function main() {
  const dataDir = path.resolve(process.argv[2]);
  const sandbox = await startSandbox({ dataDir, ports: 0 });
  const { nonprod, prod } = sandbox.clusters;
  const address = ({ url, token }: typeof nonprod) => ({ url, token });
  process.stdout.write(
    `${JSON.stringify({
      nonprod: address(nonprod),
      prod: address(prod),
      git: sandbox.git.url,
      caFile: path.join(dataDir, 'sandbox/ca.crt'),
    })}\n`,
  );
  const stop = () => sandbox.close().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.stdin.on('end', stop).resume();
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
