// Measures the desk on PostgreSQL with ten thousand and with a hundred thousand requests:
//
//   node tools/postgres/with-postgres.mjs node tools/bench/requests.mjs [--users 20] [--calls 400]
//
// It makes a database of its own for each size, fills it as years of use would, lets so many people read their lists, submit
// and decide at once, and prints what each took and how PostgreSQL answers the inbox. Owners of kinds and roles answer from
// memory. Ends with 1 when a gate is not met. Run it on a machine that does nothing else.
import { parseArgs } from 'node:util';
import knexFactory from 'knex';
import { describeMachine } from './machine.mjs';
import { startPart } from './clusters/startPart.mjs';
import { quantile } from './statistics.mjs';

const SIZES = [10_000, 100_000];
/** Milliseconds that the slowest twentieth may take at the larger size. */
const GATES = { 'to-decide': 50, submit: 60, decide: 50 };
const GROWTH_GATE = 1.5;
const VARIABLE = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';

const { values } = parseArgs({
  options: {
    users: { type: 'string', default: '20' },
    calls: { type: 'string', default: '400' },
  },
});
const server = process.env[VARIABLE];
if (!server) {
  throw new Error(`${VARIABLE} is not set: run it under with-postgres.mjs`);
}

/** What the calls took with so many requests. */
async function measure(requests) {
  const admin = knexFactory({ client: 'pg', connection: server });
  const database = `bench_requests_${process.pid}_${requests}`;
  await admin.raw('create database ??', [database]);
  const address = new URL(server);
  address.pathname = `/${database}`;
  try {
    const { part, said } = await startPart('bench/requests/deskProcess.ts', {
      connection: address.href,
      requests,
      users: Number(values.users),
      calls: Number(values.calls),
    });
    await part.stop();
    return said;
  } finally {
    await admin.raw('drop database ?? with (force)', [database]);
    await admin.destroy();
  }
}

const [small, large] = [await measure(SIZES[0]), await measure(SIZES[1])];
const rows = Object.keys(large.figures).map(name => {
  const at = (said, share) => quantile(said.figures[name], share);
  const p95 = at(large, 0.95);
  const growth = at(large, 0.5) / at(small, 0.5);
  const gate = GATES[name];
  return {
    name,
    'p50 ms': at(large, 0.5).toFixed(1),
    'p95 ms': p95.toFixed(1),
    'gate ms': gate,
    growth: growth.toFixed(2),
    isMet: gate === undefined || (p95 <= gate && growth <= GROWTH_GATE),
  };
});
console.log(describeMachine());
console.table(rows);
console.log(large.plan.join('\n\n'));
process.exit(rows.every(({ isMet }) => isMet) ? 0 : 1);
