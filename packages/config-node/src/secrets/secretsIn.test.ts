import { TEST_PACKAGES } from '../__testUtils__/schema';
import { secretsIn } from './secretsIn';

const secretsOf = (
  value: Record<string, unknown>,
  config: Parameters<typeof secretsIn>[1],
) => [
  ...secretsIn(
    // Written as JSON schemas are.
    [{ packageName: 'a', path: 'a', value: value as never }],
    config,
  ),
];

it('finds secrets in groups and lists, and nothing else', () => {
  expect([
    ...secretsIn(TEST_PACKAGES, {
      app: { title: 'Portal' },
      clusters: [
        { name: 'prod', token: 'one' },
        { name: 'test', token: 'two' },
        { name: 'none' },
      ],
    }),
  ]).toEqual(['one', 'two']);
});

it('takes the items of a secret list', () => {
  expect(
    secretsOf(
      { properties: { keys: { visibility: 'secret' } } },
      { keys: ['one', 2, 'two'] },
    ),
  ).toEqual(['one', 'two']);
});

it('takes all texts below a group that is secret in depth', () => {
  expect(
    secretsOf(
      { properties: { connection: { deepVisibility: 'secret' } } },
      { connection: { password: 'one', ssl: { key: 'two' } } },
    ),
  ).toEqual(['one', 'two']);
});

it.each([
  [
    'a choice of shapes',
    {
      properties: {
        database: {
          anyOf: [
            { type: 'string', visibility: 'secret' },
            { properties: { password: { visibility: 'secret' } } },
          ],
        },
      },
    },
    { database: { password: 'one' } },
  ],
  [
    'a key of any name',
    {
      properties: {
        proxies: { additionalProperties: { visibility: 'secret' } },
      },
    },
    { proxies: { '/harbor': 'one' } },
  ],
  [
    'a definition that is referred to',
    {
      properties: { login: { $ref: '#/definitions/Login%3Cstring%3E' } },
      definitions: {
        'Login<string>': { properties: { password: { visibility: 'secret' } } },
      },
    },
    { login: { password: 'one' } },
  ],
])('finds a secret in %s', (_, schema, config) => {
  expect(secretsOf(schema, config)).toEqual(['one']);
});

it('leaves a group alone that may also be one secret text', () => {
  const schema = {
    properties: {
      connection: {
        visibility: 'secret',
        anyOf: [
          { type: 'string' },
          {
            type: 'object',
            properties: {
              host: { type: 'string' },
              password: { type: 'string', visibility: 'secret' },
            },
          },
        ],
      },
    },
  };
  const group = { host: 'database', password: 'one' };
  expect(secretsOf(schema, { connection: group })).toEqual(['one']);
  expect(secretsOf(schema, { connection: 'all of it' })).toEqual(['all of it']);
});

it('is not misled by names that every object has', () => {
  expect(
    secretsOf(
      { properties: {} },
      { constructor: { name: 'x' }, toString: 'y' },
    ),
  ).toEqual([]);
});
