import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import catalogBackend from '@backstage/plugin-catalog-backend';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { ConfigSources, FileConfigSource } from '@backstage/config-loader';
import { resolve } from 'node:path';
import { until } from '@caas/backend-testing/processes';
import { catalogModulesPortal } from './modules';
import { DIRECTORY } from './__testUtils__/directory';
import { hasSlapd, Slapd } from './__testUtils__/Slapd';

jest.setTimeout(180_000);

const PRODUCTION = resolve(__dirname, '../../../app-config.production.yaml');

type Found = {
  kind: string;
  metadata: { name: string; annotations: Record<string, string> };
  spec: { memberOf?: string[]; parent?: string; profile?: object };
};

const log: string[] = [];
const logger = mockServices.logger.mock({
  child: () => logger,
  error: message => log.push(message),
});

/** The settings of production for the directory, with nothing changed but how often it is read. */
async function settings(directory: Slapd) {
  const environment: Record<string, string> = {
    LDAP_URL: directory.url,
    LDAP_BIND_DN: Slapd.BIND_DN,
    LDAP_BIND_SECRET: Slapd.BIND_SECRET,
    LDAP_USERS_DN: `ou=people,${Slapd.BASE}`,
    LDAP_GROUPS_DN: `ou=groups,${Slapd.BASE}`,
  };
  const source = FileConfigSource.create({
    path: PRODUCTION,
    substitutionFunc: async name => environment[name] ?? undefined,
  });
  const production = await ConfigSources.toConfig(source);
  const company = production.get<{ schedule: object }>(
    'catalog.providers.ldapOrg.company',
  );
  production.close();
  return {
    ...company,
    schedule: { ...company.schedule, frequency: { seconds: 1 } },
  };
}

async function startCatalog(directory: Slapd) {
  const { server } = await startTestBackend({
    features: [
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: { client: 'better-sqlite3', connection: ':memory:' },
          },
          catalog: {
            providers: { ldapOrg: { company: await settings(directory) } },
          },
        },
      }),
      createServiceFactory({
        service: coreServices.logger,
        deps: {},
        factory: () => logger,
      }),
      schedulerServiceFactory,
      catalogBackend,
      catalogModulesPortal,
    ],
  });
  return async (): Promise<Found[]> => {
    const response = await fetch(
      `http://localhost:${server.port()}/api/catalog/entities?filter=kind=user&filter=kind=group`,
      { headers: { authorization: mockCredentials.user.header() } },
    );
    return response.json();
  };
}

describe('a directory', () => {
  if (!hasSlapd) {
    // eslint-disable-next-line jest/no-disabled-tests, jest/expect-expect -- it says what is missing
    it.skip('gives the catalog its people (slapd and ldap-utils are not installed)', () => {});
    return;
  }

  let directory: Slapd;
  let read: () => Promise<Found[]>;
  const names = async () =>
    (await read()).map(({ metadata }) => metadata.name).sort();
  const named = async (name: string) =>
    (await read()).find(({ metadata }) => metadata.name === name);
  const remove = (name: string) =>
    directory.change(
      `dn: uid=${name},ou=people,${Slapd.BASE}\nchangetype: delete\n`,
    );
  /** Until it has been asked so many more times. */
  const readAgain = async (times: number) => {
    const before = directory.reads();
    await until('it is read again', 30_000, async () => {
      return directory.reads() >= before + times;
    });
  };

  beforeAll(async () => {
    directory = await Slapd.start(DIRECTORY);
    read = await startCatalog(directory);
  });
  afterAll(() => directory.remove());

  it('brings people with their groups', async () => {
    const person = await until('she is there', 60_000, () =>
      named('wang-fang'),
    );
    expect(person).toMatchObject({
      kind: 'User',
      metadata: { annotations: { 'backstage.io/ldap-rdn': 'wang-fang' } },
      spec: {
        memberOf: ['group:default/life', 'group:default/life-dev'],
        profile: { displayName: '王芳', email: 'wang-fang@insurer.example' },
      },
    });
  });

  it('brings groups with the groups they belong to', async () => {
    expect(await named('life-dev')).toMatchObject({
      kind: 'Group',
      spec: { parent: 'group:default/life' },
    });
  });

  it('closes the connection of each read', async () => {
    await readAgain(4);
    // One read may be under way, and the question itself is a connection.
    expect(directory.connections()).toBeLessThanOrEqual(2);
  });

  it('takes out whoever has left', async () => {
    remove('li-wei');
    await until('he is gone', 30_000, async () => !(await named('li-wei')));
    expect(await names()).toEqual(['life', 'life-dev', 'wang-fang']);
  });

  it('keeps everybody while it does not answer', async () => {
    await directory.down();
    await until('a read has failed', 30_000, async () =>
      log.some(line => line.includes("'company' could not be read")),
    );
    expect(await names()).toContain('wang-fang');
    await directory.up();
  });

  it('keeps everybody when it answers without a person', async () => {
    remove('wang-fang');
    await until('it is refused', 30_000, async () =>
      log.some(line => line.includes('without a single person')),
    );
    expect(await names()).toEqual(['life', 'life-dev', 'wang-fang']);
  });
});
