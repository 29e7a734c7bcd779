// The production bundle, started and probed without a container: what CI can afford on every run.
// tools/production/prove-image.sh does the same with the image.
import { startTally } from '../checks/tally.mjs';
import { inspectLog, probePortal, secretsOf } from './probes.mjs';
import { startBundle } from './startBundle.mjs';

const tally = startTally('production bundle');
const portal = await startBundle({ log: line => console.log(line) });
try {
  console.log(`ready after ${portal.readySeconds.toFixed(1)} s`);
  await probePortal(tally, {
    baseUrl: portal.baseUrl,
    secrets: secretsOf(portal.environment),
  });
  const asked = performance.now();
  const { code, signal } = await portal.stop('SIGTERM');
  const seconds = (performance.now() - asked) / 1000;
  await tally.check('SIGTERM ends it with 0', () =>
    code === 0 ? [] : [`it ended with ${code ?? signal}`],
  );
  console.log(`ended ${seconds.toFixed(1)} s after SIGTERM`);
  await tally.check('the log is JSON, and has no error after the start', () =>
    inspectLog(portal.log(), portal.readyLog),
  );
} finally {
  await portal.close();
}
process.exitCode = tally.finish();
