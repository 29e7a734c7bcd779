// Whether a probe of the orchestrator still gets its answer while ten people ask the catalog for all it has. The queries
// come from a thread of their own, so that reading their answers does not delay the probe.
import { Worker } from 'node:worker_threads';
import { pause } from './backendProcess.mjs';
import { quantile } from './statistics.mjs';

const CONCURRENCY = 10;
const SECONDS = 10;
const ROUNDS = 2;
const PROBE_EVERY_MS = 20;
const QUERIES = [
  '/api/catalog/entity-facets?facet=metadata.tags&facet=spec.type&facet=spec.lifecycle',
  '/api/catalog/entities/by-query?limit=20&filter=kind=component&orderField=metadata.name,asc',
  '/api/catalog/entity-facets?facet=spec.owner&filter=kind=component',
];

export async function measureLoad(systems, { log }) {
  const samples = new Map();
  for (let round = 1; round <= ROUNDS; round++) {
    for (const system of systems) {
      const backend = await system.start();
      const sample = samples.get(system.name) ?? {
        latencies: [],
        answered: 0,
        refused: 0,
      };
      samples.set(system.name, sample);
      // What a start leaves to do is not load.
      await pause(5000);
      const load = startLoad(system);
      await probe(system.baseUrl, sample.latencies);
      const { answered, refused } = await load.stop();
      sample.answered += answered;
      sample.refused += refused;
      await backend.stop();
      log(
        `load ${round} of ${ROUNDS}, ${system.name}: liveness p99 so far ${quantile(sample.latencies, 0.99).toFixed(1)} ms, ` +
          `${answered} queries answered, ${refused} refused`,
      );
    }
  }
  return Object.fromEntries(
    [...samples].map(([name, { latencies, answered, refused }]) => [
      name,
      {
        livenessP50: quantile(latencies, 0.5),
        livenessP99: quantile(latencies, 0.99),
        queriesPerSecond: answered / (ROUNDS * SECONDS),
        refusedPerSecond: refused / (ROUNDS * SECONDS),
      },
    ]),
  );
}

function startLoad({ baseUrl, token }) {
  const worker = new Worker(new URL('./heavyQueries.mjs', import.meta.url), {
    workerData: {
      urls: QUERIES.map(query => `${baseUrl}${query}`),
      token,
      concurrency: CONCURRENCY,
    },
  });
  const over = new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  return {
    async stop() {
      worker.postMessage('stop');
      return over;
    },
  };
}

/** One probe after the other, at most one in 20 ms. */
async function probe(baseUrl, latencies) {
  const end = performance.now() + SECONDS * 1000;
  while (performance.now() < end) {
    const started = performance.now();
    const response = await fetch(`${baseUrl}/.backstage/health/v1/liveness`);
    await response.arrayBuffer();
    const took = performance.now() - started;
    latencies.push(took);
    await pause(Math.max(0, PROBE_EVERY_MS - took));
  }
}
