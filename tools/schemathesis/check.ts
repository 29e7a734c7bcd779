// check.ts [CASES]: sends what schemathesis makes of our OpenAPI documents to a portal of its own, as everybody. CASES is how
// many per operation and identity; without it the run is small enough for every change. tools/launcher/schemathesis.sh
// sets up what it needs.
import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { startTally } from '../checks/tally.mjs';
import { createWholeDocument } from './documents';
import { serve, type ServedPortal } from './serve';

const root = path.resolve(__dirname, '../..');
const program = path.join(root, '.portal/schemathesis/bin/schemathesis');
const reports = path.join(root, '.portal/schemathesis-reports');
const [cases] = process.argv.slice(2);

/** In a small run one identity goes through the systematic cases, because they are more than all others together. */
const phasesFor = (identity: string) =>
  cases || identity === 'plugin'
    ? 'coverage,fuzzing,stateful'
    : 'fuzzing,stateful';

/** Checks of schemathesis that do not fit, each with its reason. */
const LEFT_OUT = {
  unsupported_method:
    'an address that does not know a method is a 404, as everywhere in Backstage',
  allow_header_conformance: 'for the same reason',
  positive_data_acceptance:
    'whether a payload is right depends on quotas and on names that are taken, which no schema can say',
};

type Outcome = { status: number; said: string; answers: Answers };
type Answers = Record<string, Record<string, number>>;

/** One run as one identity: what it found, and what was answered. */
function run(portal: ServedPortal, identity: string) {
  const name = identity.replace(' ', '-');
  const answersFile = path.join(reports, `${name}.json`);
  const token = portal.tokens.get(identity);
  const parameters = [
    ['run', path.join(reports, 'openapi.json'), '--url', portal.url],
    token ? ['--header', `Authorization: Bearer ${token}`] : [],
    ['--checks', 'all', '--exclude-checks', Object.keys(LEFT_OUT).join(',')],
    ['--phases', phasesFor(identity), '--max-examples', cases ?? '10'],
    ['--workers', '1', '--continue-on-failure'],
    ['--suppress-health-check', 'all', '--generation-database', 'none'],
    ['--no-shrink', '--request-timeout', '30', '--no-color'],
    // The same cases in every run of the same size.
    ['--seed', '20261121'],
  ].flat();
  return new Promise<Outcome>(resolve => {
    execFile(
      program,
      parameters,
      {
        cwd: reports,
        maxBuffer: 64 * 1024 * 1024,
        env: {
          ...process.env,
          SCHEMATHESIS_HOOKS: 'hooks',
          PYTHONPATH: path.join(root, 'tools/schemathesis'),
          PYTHONDONTWRITEBYTECODE: '1',
          SCHEMATHESIS_IDENTITY: identity,
          SCHEMATHESIS_KNOWN: JSON.stringify(portal.known),
          SCHEMATHESIS_ANSWERS: answersFile,
        },
      },
      (error, stdout, stderr) => {
        writeFileSync(path.join(reports, `${name}.log`), stdout + stderr);
        resolve({
          status: error ? 1 : 0,
          said: stdout + stderr,
          answers: existsSync(answersFile)
            ? JSON.parse(readFileSync(answersFile, 'utf8'))
            : {},
        });
      },
    );
  });
}

/**
 * Runs as everybody, two at a time. Not as two workers of one run: in Python 3.11 one thread that compiles fails when
 * another changes the limit of recursion.
 */
async function runAll(portal: ServedPortal) {
  const waiting = [...portal.tokens.keys()];
  const outcomes = new Map<string, Outcome>();
  const lane = async () => {
    for (let identity = waiting.shift(); identity; identity = waiting.shift()) {
      outcomes.set(identity, await run(portal, identity));
    }
  };
  await Promise.all([lane(), lane()]);
  return outcomes;
}

async function main(): Promise<number> {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const document = await createWholeDocument();
  writeFileSync(path.join(reports, 'openapi.json'), JSON.stringify(document));
  const portal = await serve(root);
  const { check, finish } = startTally('schemathesis');
  const total: Answers = {};
  try {
    const outcomes = await runAll(portal);
    for (const [identity, { status, said, answers }] of outcomes) {
      await check(
        `${identity}: every answer keeps what the document promises`,
        () => (status === 0 ? [] : [said.slice(-20_000)]),
      );
      for (const [operation, counts] of Object.entries(answers)) {
        total[operation] ??= {};
        for (const [code, count] of Object.entries(counts)) {
          total[operation][code] = (total[operation][code] ?? 0) + count;
        }
      }
    }
    await check('no operation was left out', () =>
      Object.entries(document.paths).flatMap(([address, item]) =>
        Object.keys(item as object)
          .map(method => `${method.toUpperCase()} ${address}`)
          .filter(operation => !total[operation]),
      ),
    );
    await check('nothing was answered with 5xx', () =>
      Object.entries(total).flatMap(([operation, counts]) =>
        Object.entries(counts)
          .filter(([code]) => code.startsWith('5'))
          .map(([code, count]) => `${operation}: ${count} times ${code}`),
      ),
    );
    report(total);
  } finally {
    writeFileSync(path.join(reports, 'portal.log'), portal.tail());
    await portal.stop();
  }
  return finish();
}

/** How much was tried. */
function report(total: Answers) {
  const each = Object.values(total).map(counts =>
    Object.values(counts).reduce((sum, count) => sum + count, 0),
  );
  const sum = each.reduce((left, right) => left + right, 0);
  console.log(
    `${sum} requests to ${each.length} operations, at least ${Math.min(...each)} to each`,
  );
}

main().then(
  code => {
    process.exitCode = code;
  },
  error => {
    console.error(error);
    process.exitCode = 1;
  },
);
