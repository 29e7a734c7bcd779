import { createMockDirectory } from '@backstage/backend-test-utils';
import { testSchema } from './__testUtils__/schema';
import { readStrictConfig } from './readStrictConfig';

const SECRET = 'sesame-open-1234';
const directory = createMockDirectory();
const read = async (files: Record<string, string>, ...argv: string[]) => {
  directory.setContent(files);
  return readStrictConfig({
    schema: await testSchema(),
    rootDir: directory.path,
    argv,
  });
};

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(() => jest.restoreAllMocks());

it('reads a good configuration, with its local file, files and variables of the environment', async () => {
  process.env.CLUSTER_TOKEN_OF_TEST = SECRET;
  const config = await read({
    'app-config.yaml':
      'clusters:\n  - name: {$file: name.txt}\n    token: ${CLUSTER_TOKEN_OF_TEST}\nbackend:\n  listen:\n    port: ${PORT_OF_TEST:-7007}\n',
    'app-config.local.yaml': 'app:\n  title: mine\n',
    'name.txt': 'prod',
  });
  expect(config.getOptional()).toMatchObject({
    app: { title: 'mine' },
    clusters: [{ name: 'prod', token: SECRET }],
  });
  expect(config.getNumber('backend.listen.port')).toBe(7007);
});

it('refuses what the local file spells wrong, and names it', async () => {
  await expect(
    read({
      'app-config.yaml': `clusters:\n  - name: prod\n    token: ${SECRET}\n`,
      'app-config.local.yaml': 'app:\n  tilte: mine\n',
    }),
  ).rejects.toThrow(
    'The configuration is wrong. Correct it and start again:\n' +
      "  - app.tilte is not a known setting. Did you mean 'title'? (in app-config.local.yaml)",
  );
});

it('refuses without a stack, a value or a secret', async () => {
  const error: Error = await read({
    'app-config.yaml': `clusters:\n  - name: prod\n    tokn: ${SECRET}\n`,
  }).then(
    () => {
      throw new Error('it was taken');
    },
    reason => reason,
  );
  expect(error.name).toBe('ConfigurationError');
  expect(error.stack).toBe(error.message);
  expect(error.message).toContain('clusters[0].tokn');
  expect(error.message).not.toContain(SECRET);
});

it('reads the files that the command line names', async () => {
  await expect(
    read(
      { 'a.yaml': 'nothing: known\n' },
      '--config',
      directory.resolve('a.yaml'),
    ),
  ).rejects.toThrow('nothing is not a known setting');
});
