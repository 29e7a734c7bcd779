// deskProcess.ts '{"connection":"postgresql://…","requests":100000,"users":20,"calls":400}': the desk over a PostgreSQL with many
// requests, in a process of its own; prints what it measured. Owners of kinds and roles answer from memory, so the figures
// are those of the desk and its database.
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { RowAccess } from '../../../packages/contract-node/src/RowAccess';
import { FakeKindProviders } from '../../../plugins/approvals-backend/src/clients/FakeKindProviders';
import { FakePeopleDirectory } from '../../../plugins/approvals-backend/src/clients/FakePeopleDirectory';
import { DatabaseKindStore } from '../../../plugins/approvals-backend/src/database/DatabaseKindStore';
import { DatabaseRequestStore } from '../../../plugins/approvals-backend/src/database/DatabaseRequestStore';
import { PolicyBook } from '../../../plugins/approvals-backend/src/policies/PolicyBook';
import { DefaultRequestService } from '../../../plugins/approvals-backend/src/services/DefaultRequestService';
import { RevisionPlanner } from '../../../plugins/approvals-backend/src/services/RevisionPlanner';
import type { RequestFile } from '../../../plugins/approvals-backend/src/domain/request';
import knexFactory, { type Knex } from 'knex';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { cpuOfBackends } from './cpuOfBackends';
import { explainInbox } from './explainInbox';
import { fillRequests, KIND, TENANTS } from './fillRequests';

const options: {
  connection: string;
  requests: number;
  users: number;
  calls: number;
} = JSON.parse(process.argv[2]);

const ADMIN = 'user:default/approver-0';

/** What a member of a tenant may see, as the policy of the portal answers it. */
const memberAccess = (person: string, tenant: string) =>
  RowAccess.fromDecision({
    result: 'CONDITIONAL',
    pluginId: 'approvals',
    resourceType: 'approvals-request',
    conditions: {
      anyOf: [
        {
          rule: 'IN_TENANTS',
          resourceType: 'approvals-request',
          params: { tenants: [tenant] },
        },
        {
          rule: 'INVOLVES',
          resourceType: 'approvals-request',
          params: { users: [person] },
        },
      ],
    },
  } as Parameters<typeof RowAccess.fromDecision>[0]);

async function main() {
  const knex = knexFactory({
    client: 'pg',
    connection: options.connection,
    pool: { min: 0, max: 20 },
  });
  await knex.migrate.latest({
    directory: resolvePackagePath(
      '@caas/plugin-approvals-backend',
      'migrations',
    ),
  });
  await fillRequests(knex, options.requests);

  const clock = { now: () => new Date() };
  const requests = DatabaseRequestStore.create({ knex, clock });
  const providers = new FakeKindProviders();
  const people = new FakePeopleDirectory();
  for (const tenant of TENANTS) {
    people.holders.set(`tenant-admin@${tenant}`, [ADMIN]);
  }
  people.holders.set('platform-admin', ['user:default/approver-1']);
  const nothing = () => {};
  const logger: any = { error: console.error, info: nothing }; // as LoggerService
  const service = DefaultRequestService.create({
    requests,
    planner: RevisionPlanner.create({
      kinds: DatabaseKindStore.create({ knex }),
      providers,
      people,
      policies: PolicyBook.open({
        file: path.join(__dirname, 'policies.yaml'),
        clock,
        logger,
      }),
    }),
    providers,
    people,
    clock,
    onChange: nothing,
  });
  const asAdmin = {
    person: ADMIN,
    access: RowAccess.all,
    readable: RowAccess.all,
  };
  const memberOf = (index: number) => {
    const person = `user:default/member-${index % 200}`;
    const access = memberAccess(person, TENANTS[index % TENANTS.length]);
    return { person, access, readable: access };
  };
  const page = { limit: 20, offset: 0 };
  const submit = (index: number) =>
    service.submit(
      {
        kind: KIND,
        tenant: TENANTS[index % TENANTS.length],
        payload: { name: `new-${index}` },
        purpose: 'To measure it',
      },
      { ...memberOf(index), access: RowAccess.all },
    );
  const submitted: RequestFile[] = [];

  const figures = {
    'to-decide': await measure(knex, () =>
      service.list({ view: 'to-decide', ...page }, asAdmin),
    ),
    mine: await measure(knex, index =>
      service.list({ view: 'mine', ...page }, memberOf(index)),
    ),
    'all of a tenant': await measure(knex, index =>
      service.list({ view: 'all', ...page }, memberOf(index)),
    ),
    'all of all tenants': await measure(knex, () =>
      service.list({ view: 'all', ...page }, asAdmin),
    ),
    submit: await measure(knex, async index => {
      submitted[index] = await submit(index);
    }),
    decide: await measure(knex, async index => {
      const { request, revision } = submitted[index];
      await service.decide(
        {
          id: request.id,
          verdict: 'approve',
          comment: '',
          payloadHash: revision.payloadHash,
        },
        asAdmin,
      );
    }),
  };
  const plan = await explainInbox(knex, ADMIN);
  console.log(JSON.stringify({ figures, plan }));
  await knex.destroy();
}

/** Until the code is compiled. */
const WARM_UP = 300;
/** Somebody who works fast reads for half a second before they do the next thing, in the mean. */
const PAUSE_MAX_MS = 1000;

type Call = (index: number) => Promise<unknown>;

/**
 * What a call takes while so many people work, who read between their calls; and what it takes and costs when each of them
 * calls again as soon as they are answered, which nobody does: the most that the machine can.
 */
async function measure(knex: Knex, call: Call) {
  const calls = numbered(call);
  await calls.until(WARM_UP);
  const milliseconds = await calls.until(WARM_UP + options.calls, () =>
    wait(PAUSE_MAX_MS * Math.random()),
  );

  let statements = 0;
  const count = () => {
    statements += 1;
  };
  const backendsBefore = await cpuOfBackends(knex);
  knex.on('query', count);
  const before = process.cpuUsage();
  const started = performance.now();
  const unpaused = await calls.until(WARM_UP + 2 * options.calls);
  const seconds = (performance.now() - started) / 1000;
  const { user: inUser, system } = process.cpuUsage(before);
  knex.removeListener('query', count);
  const backends = await cpuOfBackends(knex);
  return {
    milliseconds,
    unpaused,
    perSecond: options.calls / seconds,
    cpuMs: (inUser + system) / 1000 / options.calls,
    backendCpuMs: (backends - backendsBefore) / options.calls,
    statements: statements / options.calls,
  };
}

/** Calls that are numbered, by so many people at once, each one call after the other. */
function numbered(call: Call) {
  let next = 0;
  return {
    /** Milliseconds of every call up to this number. */
    async until(end: number, pause: () => Promise<unknown> = async () => {}) {
      const milliseconds: number[] = [];
      const work = async () => {
        while (next < end) {
          const index = next;
          next += 1;
          await pause();
          const started = performance.now();
          await call(index);
          milliseconds.push(performance.now() - started);
        }
      };
      await Promise.all(Array.from({ length: options.users }, work));
      return milliseconds;
    },
  };
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
