// The page of a service with 5,000 pods, over HTTP from a backend with the clusters plugin.
import { get } from 'node:https';
import { freePort } from '../../production/spawnPart.mjs';
import { quantile } from '../statistics.mjs';
import { medians } from './medians.mjs';
import { startPart } from './startPart.mjs';

const SIZE = { pods: 10_000, nodes: 200, namespaces: 100 };
const SERVICE = 'policy-admin';
/** What the tab of a service asks for, one after the other: where it runs and how it is, then the first page of its pods. */
const CALLS = [
  `entities/${SERVICE}/instances`,
  `pods?entity=${SERVICE}&limit=20&offset=0`,
];
const VIEWS = 200;
/** Until the code is compiled: a call costs a third less by then, and a portal runs for weeks. */
const WARM_UP_VIEWS = 400;
const VIEWERS = 5;

export async function measurePage({ rounds, log }) {
  const measured = [];
  for (let round = 1; round <= rounds; round += 1) {
    const server = await startPart('bench/clusters/fakeApiServer.ts', SIZE);
    const port = await freePort();
    const backend = await startPart('bench/clusters/backendProcess.ts', {
      ...server.said,
      port,
      pods: SIZE.pods,
    });
    try {
      const said = await view(`http://localhost:${port}/api/clusters`, () =>
        requestsOf(server.said),
      );
      log(`page of a service, round ${round}: ${JSON.stringify(said)}`);
      measured.push(said);
    } finally {
      await backend.part.stop();
      await server.part.stop();
    }
  }
  return medians(measured);
}

async function view(address, countRequests) {
  const headers = { authorization: 'Bearer mock-user-token' };
  const ask = async call => {
    const response = await fetch(`${address}/${call}`, { headers });
    const text = await response.text();
    if (!response.ok) throw new Error(`${call}: ${text}`);
    return text;
  };
  const load = async () => {
    const answers = [];
    for (const call of CALLS) answers.push(await ask(call));
    return answers;
  };
  for (let warm = 0; warm < WARM_UP_VIEWS; warm += 1) await load();
  const [instances] = await load();
  const before = await countRequests();
  const times = [];
  let bytes = 0;
  await Promise.all(
    Array.from({ length: VIEWERS }, async () => {
      for (let count = 0; count < VIEWS / VIEWERS; count += 1) {
        const begun = performance.now();
        const answers = await load();
        times.push(performance.now() - begun);
        bytes = answers.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
        // Somebody who reads: all at once would measure how they wait for each other.
        await new Promise(resolve => {
          setTimeout(resolve, 100 * Math.random());
        });
      }
    }),
  );
  const after = await countRequests();
  return {
    pods: JSON.parse(instances).podCount,
    kilobytes: bytes / 1000,
    p50Ms: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
    lists: after - before,
  };
}

/** Lists that the API server was asked for, besides the usage that is polled for everybody. */
async function requestsOf({ url, ca }) {
  const text = await new Promise((resolve, reject) => {
    get(`${url}/requests`, { ca, agent: false }, async response => {
      let all = '';
      for await (const chunk of response) all += chunk;
      resolve(all);
    }).on('error', reject);
  });
  return Object.entries(JSON.parse(text))
    .filter(([what]) => what.startsWith('list') && !what.includes('metrics'))
    .reduce((sum, [, count]) => sum + count, 0);
}
