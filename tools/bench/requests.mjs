// Measures the desk on PostgreSQL, and how long it is from an approval to a namespace, and writes its section of
// docs/benchmarks.md:
//
//   node tools/postgres/with-postgres.mjs --durable node tools/bench/requests.mjs [--phases desk,quota,story] [--users 20] [--calls 400]
//     [--approvals 200] [--plans] [--no-write]
//
// - desk: ten thousand and a hundred thousand requests, as years of use leave them; so many people read their lists, submit
//   and decide at once. Owners of kinds and roles answer from memory. `--plans` shows how PostgreSQL answers the inbox.
// - quota: allocations from the quota of one tenant, as fast as ten at once can make them.
// - story: the whole backend and the sandbox; approvals until their namespaces are ready.
//
// Ends with 1 when a gate is not met. Run it on a machine that does nothing else.
import { parseArgs } from 'node:util';
import { startPart } from './clusters/startPart.mjs';
import { describeMachine } from './machine.mjs';
import { judgeFigures } from './requests/gates.mjs';
import { requestsReport, requestsSection } from './requests/report.mjs';
import { withDatabase } from './requests/withDatabase.mjs';

const { values } = parseArgs({
  options: {
    phases: { type: 'string', default: 'desk,quota,story' },
    users: { type: 'string', default: '20' },
    calls: { type: 'string', default: '400' },
    approvals: { type: 'string', default: '200' },
    plans: { type: 'boolean', default: false },
    'no-write': { type: 'boolean', default: false },
  },
});

const log = line => console.log(`bench: ${line}`);

/** What a part says that runs over a database of its own. */
const measureOn = (name, file, options) =>
  withDatabase(name, async connection => {
    log(`${name} …`);
    const { part, said } = await startPart(file, { connection, ...options });
    // It ends by itself, once it has ended what it started.
    await part.over;
    return said;
  });

const measureDesk = requests =>
  measureOn(`desk_${requests}`, 'bench/requests/deskProcess.ts', {
    requests,
    users: Number(values.users),
    calls: Number(values.calls),
  });

const MEASUREMENTS = {
  async desk() {
    const small = await measureDesk(10_000);
    const large = await measureDesk(100_000);
    if (values.plans) console.log(large.plan.join('\n\n'));
    return { small: small.figures, large: large.figures };
  },
  quota: () =>
    measureOn('quota', 'bench/requests/quotaProcess.ts', { decisions: 4000 }),
  story: () =>
    measureOn('story', 'bench/requests/storyProcess.ts', {
      approvals: Number(values.approvals),
    }),
};

const figures = {};
for (const phase of values.phases.split(',')) {
  if (!(phase in MEASUREMENTS)) {
    throw new Error(
      `There is no phase '${phase}'; choose of ${Object.keys(MEASUREMENTS)}.`,
    );
  }
  figures[phase] = await MEASUREMENTS[phase]();
}
const verdicts = judgeFigures(figures);
const report = requestsReport({
  machine: describeMachine(),
  users: values.users,
  verdicts,
});
requestsSection.print(report);
if (!values['no-write']) requestsSection.write(report);
const isMet = verdicts.every(verdict => verdict.isMet);
log(isMet ? 'every gate is met' : 'a gate is NOT met');
process.exit(isMet ? 0 : 1);
