// with-bundle.mjs COMMAND…: starts the production bundle, waits until people can sign in and find something, runs the
// command with its address in PLAYWRIGHT_URL, and stops it. Fails when the command does, and when the log has a warning or
// an error: the command shall be a visit where all goes well.
//
//   node tools/postgres/with-postgres.mjs node tools/production/with-bundle.mjs node …
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { inspectLog } from './probes.mjs';
import { startBundle } from './startBundle.mjs';

/** A service of catalog/: when it is found, the catalog has read its people and services. */
const LANDMARK = '核保服务';
const MINUTES_TO_FILL = 5;

const [command, ...args] = process.argv.slice(2);
const token = randomBytes(24).toString('hex');

const portal = await startBundle({
  log: line => console.log(line),
  config: {
    backend: {
      auth: {
        externalAccess: [
          { type: 'static', options: { token, subject: 'visit' } },
        ],
      },
    },
    // The visit begins right after the first start, when the catalog has only just been read.
    search: {
      collators: { catalog: { schedule: { frequency: { seconds: 10 } } } },
    },
  },
});
try {
  await untilFilled();
  console.log(
    `the production bundle answers at ${portal.baseUrl} after ${portal.readySeconds.toFixed(1)} s`,
  );
  process.exitCode = await run();
  const findings = inspectLog(portal.log(), portal.readyLog, ['error', 'warn']);
  for (const line of findings) console.error(line.slice(0, 500));
  if (findings.length > 0) {
    console.error(
      `portal: the log has ${findings.length} lines that a visit where all goes well must not have.`,
    );
    process.exitCode = 1;
  }
} finally {
  await portal.close();
}

async function untilFilled() {
  const url = new URL('/api/search/query', portal.baseUrl);
  url.searchParams.set('term', LANDMARK);
  url.searchParams.set('types[0]', 'software-catalog');
  const end = Date.now() + MINUTES_TO_FILL * 60_000;
  while (Date.now() < end) {
    const answer = await fetch(url, {
      headers: { authorization: `Bearer ${token}` },
    });
    const text = await answer.text();
    if (answer.ok && JSON.parse(text).results.length > 0) return;
    await pause(500);
  }
  throw new Error(
    `The search does not find '${LANDMARK}' after ${MINUTES_TO_FILL} minutes.`,
  );
}

async function run() {
  const child = spawn(command, args, {
    stdio: 'inherit',
    env: { ...process.env, PLAYWRIGHT_URL: portal.baseUrl },
  });
  const [code] = await once(child, 'exit');
  return code ?? 1;
}
