import catalogBackend from '@backstage/plugin-catalog-backend';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogModulesPortal } from './modules';
import { until } from '@caas/backend-testing/processes';

jest.setTimeout(120_000);

type Found = {
  kind: string;
  metadata: { name: string };
  spec?: { targets?: string[] };
  status?: { items?: Array<{ message: string }> };
};

const component = (name: string, rest = 'owner: platform') =>
  `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: ${name} }
spec: { type: service, lifecycle: production, ${rest} }
`;

const directory = createMockDirectory({
  content: {
    'all.yaml': `apiVersion: backstage.io/v1alpha1
kind: Location
metadata: { name: insurer }
spec:
  type: file
  targets: [./good.yaml, ./no-yaml.yaml, ./no-entity.yaml, ./mixed.yaml, ./missing.yaml]
`,
    'good.yaml': component('policy-service'),
    'no-yaml.yaml': 'kind: [Component\n  metadata: "never closed\n',
    'no-entity.yaml': component('claim-service', 'owner: [1, 2]'),
    'mixed.yaml': `${component('premium-service')}---\n${component('a name with blanks')}`,
  },
});

let port: number;
beforeAll(async () => {
  const { server } = await startTestBackend({
    features: [
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: { client: 'better-sqlite3', connection: ':memory:' },
          },
          catalog: {
            processingInterval: { seconds: 1 },
            locations: [
              { type: 'file', target: directory.resolve('all.yaml') },
            ],
          },
        },
      }),
      catalogBackend,
      catalogModulesPortal,
    ],
  });
  port = server.port();
});

async function entities(): Promise<Found[]> {
  const response = await fetch(
    `http://localhost:${port}/api/catalog/entities`,
    { headers: { authorization: mockCredentials.user.header() } },
  );
  return response.json();
}

/** What the entity page shows above everything else. */
async function errors(): Promise<string[]> {
  const found = (await entities()).find(
    ({ metadata }) => metadata.name === 'insurer',
  );
  return (found?.status?.items ?? []).map(({ message }) => message);
}

it('loads the rest', async () => {
  const names = await until('the good files are read', 60_000, async () => {
    const found = (await entities())
      .filter(({ kind }) => kind === 'Component')
      .map(({ metadata }) => metadata.name);
    return found.length >= 2 ? found.sort() : undefined;
  });
  expect(names).toEqual(['policy-service', 'premium-service']);
});

it.each([
  ['a file that is not YAML', /no-yaml\.yaml/],
  ['an entity against the schema', /component:default\/claim-service: .*owner/],
  ['a name that no entity may have', /a name with blanks/],
  ['a file that is not there', /missing\.yaml/],
])('shows %s on the location that names it', async (_what, words) => {
  const found = await until('it is shown', 30_000, async () => {
    const shown = await errors();
    return shown.some(message => words.test(message)) && shown;
  });
  expect(found.join('\n')).not.toContain('good.yaml');
});

it('still says which files the location names', async () => {
  const found = (await entities()).find(
    ({ metadata }) => metadata.name === 'insurer',
  );
  expect(found?.spec?.targets).toHaveLength(5);
});

it('shows nothing any more once a file is mended', async () => {
  directory.addContent({ 'no-yaml.yaml': component('mended-service') });
  await until('it is read', 30_000, async () =>
    (await entities()).some(
      ({ metadata }) => metadata.name === 'mended-service',
    ),
  );
  const left = await until('it is gone', 30_000, async () => {
    const shown = await errors();
    return !shown.some(message => message.includes('no-yaml.yaml')) && shown;
  });
  expect(left.join('\n')).toContain('missing.yaml');
});
