import { loadConfigSchema } from '@backstage/config-loader';
import type { JsonObject } from '@backstage/types';
import { loadVisible } from './frontendSchema';

const text = { type: 'string' };
const seen = { type: 'string', visibility: 'frontend' };
const group = (properties: JsonObject, more: JsonObject = {}) => ({
  type: 'object',
  properties,
  ...more,
});

/** What the browser gets of a configuration, by the part of a schema and by all of it. */
async function visibleIn(value: JsonObject, data: JsonObject) {
  const compiled = {
    backstageConfigSchemaVersion: 1,
    schemas: [{ packageName: 'a', path: 'a', value }],
  };
  const [part, all] = (
    await Promise.all([
      loadVisible(compiled),
      loadConfigSchema({ serialized: compiled }),
    ])
  ).map(schema =>
    schema.process([{ data, context: 'test' }], { visibility: ['frontend'] }),
  );
  expect(part).toEqual(all);
  return part[0].data;
}

it.each<[string, JsonObject, JsonObject, JsonObject]>([
  [
    'a setting beside others',
    group({ app: group({ title: seen, key: text }) }),
    { app: { title: 'Portal', key: 'hidden' }, backend: { key: 'hidden' } },
    { app: { title: 'Portal' } },
  ],
  [
    'a group with all that is in it',
    group({ app: group({ key: text }, { deepVisibility: 'frontend' }) }),
    { app: { title: 'Portal', key: 'seen', more: { a: 'seen' } } },
    { app: { title: 'Portal', key: 'seen', more: { a: 'seen' } } },
  ],
  [
    'items of a list',
    group({ links: { type: 'array', items: group({ url: seen, key: text }) } }),
    { links: [{ url: 'a', key: 'hidden' }, { url: 'b' }] },
    { links: [{ url: 'a' }, { url: 'b' }] },
  ],
  [
    'keys of any name',
    group({
      proxies: {
        type: 'object',
        additionalProperties: group({ name: seen, key: text }),
      },
    }),
    { proxies: { harbor: { name: 'a', key: 'hidden' } } },
    { proxies: { harbor: { name: 'a' } } },
  ],
  [
    'one shape of a choice, whose other shape would allow it too',
    group({
      list: {
        anyOf: [text, group({ title: seen, key: text })],
      },
    }),
    { list: { title: 'a', key: 'hidden' } },
    { list: { title: 'a' } },
  ],
  [
    'what a definition says',
    group(
      { link: { $ref: '#/definitions/Link' } },
      { definitions: { Link: group({ url: seen, key: text }) } },
    ),
    { link: { url: 'a', key: 'hidden' } },
    { link: { url: 'a' } },
  ],
])('lets the browser see %s', async (_, schema, data, visible) => {
  expect(await visibleIn(schema, data)).toEqual(visible);
});

it('shows nothing where nothing is to be seen', async () => {
  expect(
    await visibleIn(group({ backend: group({ key: text }) }), {
      backend: { key: 'hidden' },
    }),
  ).toEqual({});
});
