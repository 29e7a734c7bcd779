import { randomBytes } from 'node:crypto';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { mockPolicy } from '@caas/backend-testing';
import { eventually } from '@caas/backend-testing/processes';
import { startSandbox, type Sandbox } from '@caas/sandbox';
import type { Knex } from 'knex';
import request from 'supertest';
import { clustersPlugin } from '../plugin';
import { createAccount } from './accounts';
import { TENANCY } from './applySets';
import { Hosts } from './hosts';

export const CHEN = mockCredentials.user.header('user:default/chen-jing');
export const LI_WEI = mockCredentials.user.header('user:default/li-wei');
export const SERVICE = mockCredentials.service.header({
  onBehalfOf: mockCredentials.service(TENANCY),
  targetPluginId: 'clusters',
});
/** Reading is for everybody; the rest for the platform administrator. */
const policy = mockPolicy((user, { attributes }) => ({
  result:
    user === 'user:default/chen-jing' || attributes.action === 'read'
      ? AuthorizeResult.ALLOW
      : AuthorizeResult.DENY,
}));
const key = (id: string) => ({
  id,
  secret: randomBytes(32).toString('base64'),
});
export const [K1, K2] = [key('k1'), key('k2')];

type Replica = ReturnType<typeof replicaOf>;

/** Backends over one database, a cluster in their configuration, and another to be registered. */
export function useRegistrations() {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const directory = createMockDirectory();
  const logger = mockServices.rootLogger.mock();
  logger.child.mockImplementation(() => logger);
  const audited: object[] = [];
  const auditor = mockServices.auditor.mock({
    createEvent: async event => {
      const end =
        (outcome: string) =>
        async (facts: object = {}) =>
          void audited.push({ event: event.eventId, outcome, ...facts });
      return { success: end('succeeded'), fail: end('failed') };
    },
  });
  const bench = {
    logger,
    audited,
    configured: () => ({
      name: 'nonprod',
      title: '非生产集群',
      titleEn: 'Non-production',
      environments: ['dev', 'test', 'staging'],
      url: bench.sandbox.clusters.nonprod.url,
      caData: Buffer.from(bench.sandbox.clusters.nonprod.ca).toString('base64'),
      token: bench.sandbox.clusters.nonprod.token,
    }),
    dr: (changes: object = {}) => ({
      name: 'dr',
      title: '容灾集群',
      titleEn: 'Disaster recovery',
      environments: ['prod', 'staging'],
      region: 'Shanghai',
      url: bench.sandbox.clusters.prod.url,
      ca: bench.sandbox.clusters.prod.ca,
      token: bench.token,
      ...changes,
    }),
    /** Another token that the cluster accepts. */
    anotherToken: (name: string) =>
      createAccount(bench.sandbox.clusters.prod, name, [
        { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
      ]),
    async startReplica(
      options: { encryptionKeys?: object[]; clusters?: object[] } = {},
    ): Promise<Replica> {
      const { encryptionKeys = [K1], clusters = [bench.configured()] } =
        options;
      const ticks: Record<string, () => Promise<void>> = {};
      const backend = await startTestBackend({
        features: [
          clustersPlugin,
          policy.factory,
          logger.factory,
          auditor.factory,
          mockServices.database.factory({ knex: bench.knex }),
          mockServices.scheduler.mock({
            scheduleTask: async ({ id, fn }) => {
              ticks[id] = async () => fn(new AbortController().signal);
            },
          }).factory,
          mockServices.rootConfig.factory({
            data: {
              clusters,
              clusterRegistration: { encryptionKeys, allowLoopback: true },
            } as never,
          }),
        ],
      });
      return replicaOf(backend, ticks, bench.dr);
    },
  } as {
    sandbox: Sandbox;
    hosts: Hosts;
    knex: Knex;
    /** Of an account of its own, so that nothing else could have brought it into a log. */
    token: string;
    logger: typeof logger;
    /** How each audit event ended. */
    audited: object[];
    configured(): object;
    dr(changes?: object): object;
    anotherToken(name: string): Promise<string>;
    startReplica(options?: {
      encryptionKeys?: object[];
      clusters?: object[];
    }): Promise<Replica>;
  };
  beforeAll(async () => {
    bench.sandbox = await startSandbox({ dataDir: directory.path });
    bench.hosts = new Hosts(directory.path);
    bench.token = await bench.anotherToken('portal');
  });
  afterAll(async () => {
    bench.hosts.close();
    await bench.sandbox.close();
  });
  beforeEach(async () => {
    bench.knex = await databases.init('SQLITE_3');
    logger.warn.mockClear();
    audited.length = 0;
  });
  return bench;
}

function replicaOf(
  backend: Awaited<ReturnType<typeof startTestBackend>>,
  ticks: Record<string, () => Promise<void>>,
  dr: (changes?: object) => object,
) {
  const call = (
    method: 'get' | 'put' | 'delete' | 'post',
    route: string,
    body?: object,
    as = CHEN,
  ) =>
    request(backend.server)
      [method](`/api/clusters${route}`)
      .set('authorization', as)
      .send(body);
  const list = async (): Promise<{ name: string; state: string }[]> =>
    (await call('get', '/clusters')).body.items;
  return {
    call,
    names: async () => (await list()).map(({ name }) => name),
    stop: () => backend.stop(),
    register: (changes?: object) => call('post', '/registrations', dr(changes)),
    change: (changes: object) => call('put', '/registrations/dr', dr(changes)),
    tick: (id: string) => ticks[id](),
    becomes: (name: string, state: string) =>
      eventually(20, async () => {
        const found = (await list()).find(each => each.name === name);
        expect(found?.state).toBe(state);
        return found;
      }),
  };
}
