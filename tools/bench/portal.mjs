// Measures the production bundle of the portal against a stock Backstage 1.55, in turns on the same machine, and writes
// docs/benchmarks.md:
//
//   node tools/bench/portal.mjs [--rounds 5] [--visits 5] [--phases start,pages,load]
//     [--components 2000] [--no-write]
//
// It makes what it needs: both bundles (ours anew when a source changed, stock's once), a PostgreSQL, the sandbox. Ends
// with 1 when a gate is not met. Run it on a machine that does nothing else.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureLoad } from './measureLoad.mjs';
import { measurePages } from './measurePages.mjs';
import { measureStart } from './measureStart.mjs';
import { createPortal } from './portalSystem.mjs';
import { GATES, judge } from './gates.mjs';
import { describeMachine } from './machine.mjs';
import { portalReport, portalSection } from './report.mjs';
import { createStock } from './stockSystem.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    visits: { type: 'string', default: '5' },
    phases: { type: 'string', default: 'start,pages,load' },
    components: { type: 'string', default: '2000' },
    'no-write': { type: 'boolean', default: false },
  },
});

const POSTGRES = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';
if (!process.env[POSTGRES]) {
  const wrapper = fileURLToPath(
    new URL('../postgres/with-postgres.mjs', import.meta.url),
  );
  const self = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const { status } = spawnSync(
    process.execPath,
    [wrapper, process.execPath, ...self],
    { stdio: 'inherit' },
  );
  process.exit(status ?? 1);
}

const started = Date.now();
const log = line => {
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`bench ${String(seconds).padStart(4)} s: ${line}`);
};

const MEASUREMENTS = {
  start: systems => measureStart(systems, { rounds: values.rounds, log }),
  pages: systems => measurePages(systems, { visits: values.visits, log }),
  load: systems => measureLoad(systems, { log }),
};
const phases = values.phases.split(',');
for (const phase of phases) {
  if (!(phase in MEASUREMENTS)) {
    throw new Error(
      `There is no phase '${phase}'; choose of ${Object.keys(MEASUREMENTS)}.`,
    );
  }
}

const systems = [];
let isMet = true;
try {
  for (const create of [createStock, createPortal]) {
    systems.push(await create({ log, components: Number(values.components) }));
  }
  const results = {};
  for (const phase of phases)
    results[phase] = await MEASUREMENTS[phase](systems);
  const verdicts = judge(GATES, results);
  const report = portalReport({
    machine: describeMachine(),
    results,
    verdicts,
  });
  portalSection.print(report);
  if (!values['no-write']) portalSection.write(report);
  isMet = verdicts.every(verdict => verdict.isMet);
} finally {
  for (const system of systems) await system.forget();
}
log(isMet ? 'every gate is met' : 'a gate is NOT met');
process.exit(isMet ? 0 : 1);
