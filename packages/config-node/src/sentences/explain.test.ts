import type { JsonObject } from '@backstage/types';
import { testSchema } from '../__testUtils__/schema';
import { explain } from './explain';

const SECRET = 'sesame-open-1234';
const explained = async (...configs: JsonObject[]) =>
  explain(
    await testSchema(),
    configs.map((data, index) => ({ data, context: `file-${index}.yaml` })),
  );
const cluster = { name: 'prod', token: SECRET };

it('has nothing to say about settings that are known and right', async () => {
  expect(
    await explained({
      app: { title: 'Portal' },
      backend: {
        // What comes from the environment is always a text.
        listen: { port: '7007' },
        database: { anything: { goes: true } },
      },
      clusters: [{ ...cluster, environments: ['prod'] }],
    }),
  ).toEqual([]);
});

it.each<[string, JsonObject, string[]]>([
  [
    'an unknown key at the top',
    { clustres: [] },
    ["clustres is not a known setting. Did you mean 'clusters'?"],
  ],
  [
    'an unknown key in a list',
    { clusters: [cluster, { name: 'b', environmnets: ['dev'] }] },
    [
      "clusters[1].environmnets is not a known setting. Did you mean 'environments'?",
    ],
  ],
  [
    'an unknown key that resembles nothing',
    { app: { colour: 'red' } },
    ['app.colour is not a known setting.'],
  ],
  [
    'a wrong type',
    { clusters: [{ ...cluster, frequencySeconds: 'often' }] },
    ['clusters[0].frequencySeconds must be a number.'],
  ],
  [
    'a group where a list belongs',
    { clusters: { prod: cluster } },
    ['clusters must be a list.'],
  ],
  [
    'a value that is no choice, in a list of a list',
    { clusters: [{ ...cluster, environments: ['dev', 'live'] }] },
    ['clusters[0].environments[1] must be one of dev, prod.'],
  ],
  [
    'something that is missing',
    { clusters: [{ token: SECRET }] },
    ['clusters[0].name is missing.'],
  ],
  [
    'a value of none of two types',
    { backend: { listen: [7007] } },
    ['backend.listen must be a text or a group of settings.'],
  ],
])('explains %s, and never shows a secret', async (_, data, sentences) => {
  const found = await explained(data);
  expect(found).toEqual(sentences.map(each => `${each} (in file-0.yaml)`));
  expect(found.join()).not.toContain(SECRET);
});

it('does not show the value that is wrong, which may be a secret in the wrong place', async () => {
  const found = await explained({
    clusters: [{ name: 'a', frequencySeconds: SECRET, token: [SECRET] }],
  });
  expect(found).toHaveLength(2);
  expect(found.join()).not.toContain(SECRET);
});

it('says everything at once, and which file to open', async () => {
  expect(
    await explained(
      { app: { titel: 'x' }, clusters: [cluster] },
      { clusters: 'none' },
    ),
  ).toEqual([
    "app.titel is not a known setting. Did you mean 'title'? (in file-0.yaml)",
    'clusters must be a list. (in file-1.yaml)',
  ]);
});
