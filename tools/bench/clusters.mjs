// Measures views of large clusters and the reconciling of many apply sets, and writes its section of docs/benchmarks.md:
//
//   node tools/bench/clusters.mjs [--rounds 3] [--phases sets,views,page] [--no-write]
//
// It starts what it needs: the sandbox for apply sets, and for views an API server of its own that has nothing but generated
// pods, nodes and namespaces. Each part is a process of its own. Ends with 1 when a gate is not met. Run it on a machine that
// does nothing else: the figures are medians, of the worst case where the gate is one.
import { parseArgs } from 'node:util';
import { judgeFigures } from './clusters/gates.mjs';
import { measurePage } from './clusters/measurePage.mjs';
import { measureSets } from './clusters/measureSets.mjs';
import { measureViews } from './clusters/measureViews.mjs';
import { clustersReport, clustersSection } from './clusters/report.mjs';
import { describeMachine } from './machine.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    phases: { type: 'string', default: 'sets,views,page' },
    'no-write': { type: 'boolean', default: false },
  },
});

const MEASUREMENTS = {
  sets: measureSets,
  views: measureViews,
  page: measurePage,
};

const log = line => console.log(`bench: ${line}`);
const figures = {};
for (const phase of values.phases.split(',')) {
  if (!(phase in MEASUREMENTS)) {
    throw new Error(
      `There is no phase '${phase}'; choose of ${Object.keys(MEASUREMENTS)}.`,
    );
  }
  figures[phase] = await MEASUREMENTS[phase]({
    rounds: Number(values.rounds),
    log,
  });
}
const verdicts = judgeFigures(figures);
const report = clustersReport({ machine: describeMachine(), verdicts });
clustersSection.print(report);
if (!values['no-write']) clustersSection.write(report);
const isMet = verdicts.every(verdict => verdict.isMet);
log(isMet ? 'every gate is met' : 'a gate is NOT met');
process.exit(isMet ? 0 : 1);
