import {
  createMockDirectory,
  mockServices,
  type TestDatabases,
} from '@backstage/backend-test-utils';
import { RowAccess } from '@caas/contract-node';
import type { RequestPayload, Verdict } from '@caas/plugin-approvals-common';
import type { Knex } from 'knex';
import { FakeAnnouncer } from '../clients/FakeAnnouncer';
import { FakeKindProviders } from '../clients/FakeKindProviders';
import type { KindProviders } from '../clients/KindProviders';
import { FakePeopleDirectory } from '../clients/FakePeopleDirectory';
import { DatabaseDelegationStore } from '../database/DatabaseDelegationStore';
import type { DelegationStore } from '../database/DelegationStore';
import { DatabaseKindStore } from '../database/DatabaseKindStore';
import type { KindStore } from '../database/KindStore';
import { DatabaseRequestStore } from '../database/DatabaseRequestStore';
import { DatabaseTaskStore } from '../database/DatabaseTaskStore';
import { connectDatabase } from '@caas/database-node';
import type { RequestStore } from '../database/RequestStore';
import type { TaskStore } from '../database/TaskStore';
import { PolicyBook } from '../policies/PolicyBook';
import { DefaultRequestService } from '../services/DefaultRequestService';
import { DelegationService } from '../services/DelegationService';
import { RevisionPlanner } from '../services/RevisionPlanner';
import { FakeAlarm } from '../workers/FakeAlarm';
import { TaskRunner } from '../workers/TaskRunner';
import { TaskWorker } from '../workers/TaskWorker';
import { ADMIN_STAGE, rulesFile, TWO_STAGES } from './rules';

export const NOW = new Date('2026-11-21T08:00:00.000Z');

export const LI_WEI = 'user:default/li-wei';
export const WANG_FANG = 'user:default/wang-fang';
export const SUN_LI = 'user:default/sun-li';
export const CHEN_JING = 'user:default/chen-jing';
export const ZHANG_MIN = 'user:default/zhang-min';

/** A clock that is moved by hand. */
export type HandClock = { now(): Date; set(now: Date): void };

export function createClock(): HandClock {
  let now = NOW;
  return {
    now: () => now,
    set(next) {
      now = next;
    },
  };
}

export type Stores = {
  knex: Knex;
  clock: HandClock;
  delegations: DelegationStore;
  kinds: DatabaseKindStore;
  requests: RequestStore;
  tasks: TaskStore;
};

/** The stores over a new database, in which `demo` has announced the kind `demo.make`. */
export async function createStores(
  databases: TestDatabases,
  databaseId: Parameters<TestDatabases['init']>[0],
): Promise<Stores> {
  const knex = await connectDatabase(
    mockServices.database({ knex: await databases.init(databaseId) }),
    '@caas/plugin-approvals-backend',
  );
  const stores = storesOver(knex, createClock());
  await announceDemo(stores.kinds);
  return stores;
}

/** `demo` announces the kind `demo.make`. */
export async function announceDemo(kinds: KindStore): Promise<void> {
  const text = { 'zh-CN': '创建', en: 'Make' };
  const kind = { kind: 'demo.make', title: text, description: text };
  await kinds.announce('demo', [kind], NOW);
}

/** The stores over a database that is there already, as another replica has them. */
export function storesOver(knex: Knex, clock: HandClock): Stores {
  return {
    knex,
    clock,
    kinds: DatabaseKindStore.create({ knex }),
    delegations: DatabaseDelegationStore.create({ knex }),
    requests: DatabaseRequestStore.create({ knex, clock }),
    tasks: DatabaseTaskStore.create({ knex }),
  };
}

/** Two tenant administrators and a platform administrator; 李伟 has no role that decides. */
export function createPeople(): FakePeopleDirectory {
  const people = new FakePeopleDirectory();
  people.holders.set('tenant-admin@life', [WANG_FANG, SUN_LI]);
  people.holders.set('platform-admin', [CHEN_JING]);
  return people;
}

type Submission = {
  kind: string;
  tenant: string;
  payload: RequestPayload;
  purpose: string;
  idempotencyKey?: string;
};

export const SUBMISSION: Submission = {
  kind: 'demo.make',
  tenant: 'life',
  payload: { name: 'a', environment: 'dev' },
  purpose: 'For the tests',
};

/** What may be left out of a desk, to bring one's own. */
type Parts = {
  providers?: FakeKindProviders;
  /** Where the owners of kinds answer, when it is not in memory. */
  owners?: KindProviders;
  people?: FakePeopleDirectory;
  announcer?: FakeAnnouncer;
  rules?: string;
};

/**
 * The desk over real stores, with everybody else in memory and a clock that is moved by hand. Requests of `demo.make` have
 * two stages, an `urgent` one the second only.
 */
export function createDesk(stores: Stores, parts: Parts = {}) {
  const { providers = new FakeKindProviders(), people = createPeople() } =
    parts;
  const { announcer = new FakeAnnouncer(), owners = providers } = parts;
  const { kinds, requests, tasks, delegations, clock } = stores;
  clock.set(NOW);
  const logger = mockServices.logger.mock();
  const service = DefaultRequestService.create({
    requests,
    planner: RevisionPlanner.create({
      kinds,
      providers: owners,
      people,
      policies: openPolicies(parts.rules),
    }),
    providers: owners,
    people,
    clock,
    onChange: file => announcer.changed(file),
  });
  const alarm = new FakeAlarm();
  const worker = TaskWorker.create({
    tasks,
    runner: TaskRunner.create({
      requests,
      tasks,
      providers: owners,
      people,
      announcer,
      clock,
    }),
    alarm,
    clock,
    logger,
  });
  return {
    ...stores,
    service,
    worker,
    alarm,
    providers,
    people,
    announcer,
    logger,
    clock,
    delegation: DelegationService.create({
      delegations,
      people,
      announcer,
      clock,
    }),
    advance(seconds: number) {
      clock.set(new Date(clock.now().getTime() + seconds * 1000));
    },
    /** Lets the worker do what is due after so many seconds. */
    async after(seconds: number) {
      this.advance(seconds);
      await worker.run();
    },
    submit(changes: Partial<Submission> = {}, person = LI_WEI) {
      return service.submit({ ...SUBMISSION, ...changes }, caller(person));
    },
    async decide(
      id: string,
      person: string,
      verdict: Verdict = 'approve',
      changes: { comment?: string; payloadHash?: string } = {},
    ) {
      const file = await requests.find(id);
      return service.decide(
        {
          id,
          verdict,
          comment: verdict === 'approve' ? '' : 'Too large',
          payloadHash: file?.revision.payloadHash ?? '',
          ...changes,
        },
        caller(person),
      );
    },
    /** A request that both stages have approved; nothing has been executed. */
    async submitAndApprove(changes: Partial<Submission> = {}) {
      const { request } = await this.submit(changes);
      await this.decide(request.id, WANG_FANG);
      return this.decide(request.id, CHEN_JING);
    },
    async get(id: string) {
      return (await requests.find(id))!;
    },
  };
}

export type Desk = ReturnType<typeof createDesk>;

/** A caller whom the policy lets do and see everything, unless told. */
export function caller(
  person: string,
  access: RowAccess = RowAccess.all,
  readable: RowAccess = access,
) {
  return { person, access, readable };
}

/** Policies from a text. */
export function openPolicies(rules = rulesFile(TWO_STAGES, ADMIN_STAGE)) {
  const directory = createMockDirectory();
  directory.setContent({ 'policies.yaml': rules });
  return PolicyBook.open({
    file: directory.resolve('policies.yaml'),
    clock: { now: () => NOW },
    logger: mockServices.logger.mock(),
  });
}
