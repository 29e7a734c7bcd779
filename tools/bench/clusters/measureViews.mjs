// Views of clusters of three sizes; the largest is what Kubernetes itself is made for.
import { medians } from './medians.mjs';
import { startPart } from './startPart.mjs';

const SIZES = {
  small: { pods: 10_000, nodes: 200, namespaces: 100 },
  medium: { pods: 100_000, nodes: 2_000, namespaces: 500 },
  large: { pods: 150_000, nodes: 5_000, namespaces: 1_000 },
};

export async function measureViews({ rounds, log }) {
  const figures = {};
  for (const [name, size] of Object.entries(SIZES)) {
    const measured = [];
    for (let round = 1; round <= rounds; round += 1) {
      const server = await startPart('bench/clusters/fakeApiServer.ts', size);
      try {
        const { part, said } = await startPart(
          'bench/clusters/viewProcess.ts',
          server.said,
          ['--expose-gc'],
        );
        await part.over;
        log(
          `view of ${size.pods} pods, round ${round}: ${JSON.stringify(said)}`,
        );
        measured.push(said);
      } finally {
        await server.part.stop();
      }
    }
    figures[name] = medians(measured);
  }
  return figures;
}
