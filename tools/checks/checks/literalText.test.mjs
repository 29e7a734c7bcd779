import assert from 'node:assert/strict';
import test from 'node:test';
import { sourceOf } from '../source.mjs';
import { literalText } from './literalText.mjs';

const inspect = (jsx, file = 'plugins/x/src/components/A.tsx') =>
  literalText.inspect([sourceOf(file, `const a = ${jsx};`)]);

for (const jsx of [
  '<Text>Namespaces</Text>',
  '<Text>命名空间</Text>',
  '<Text>{"Namespaces"}</Text>',
  '<Text>{isOpen ? "Close" : t("open")}</Text>',
  '<Text>{name ?? "Nobody"}</Text>',
  '<Text>{`${count} items`}</Text>',
  '<Button aria-label="Close" />',
  '<img alt="Logo" />',
  '<Field placeholder={"Name"} />',
  '<Field label={isNew ? `New` : t("old")} />',
  '<Table columns={[{ id: "a", label: "Name" }]} />',
]) {
  test(`finds the words in ${jsx}`, () => {
    assert.equal(inspect(jsx).length, 1);
  });
}

for (const jsx of [
  '<Text>{t("title")}</Text>',
  '<Text> · 12 % </Text>',
  '<Text>CPU</Text>',
  '<Flex direction="column" className="wide" />',
  '<Text>{kind === "namespace" && t("kind")}</Text>',
  '<Button label={t("close")} />',
]) {
  test(`says nothing about ${jsx}`, () => {
    assert.deepEqual(inspect(jsx), []);
  });
}

test('leaves tests, fixtures, translations and backends alone', () => {
  for (const file of [
    'plugins/x/src/A.test.tsx',
    'plugins/x/src/__fixtures__/A.tsx',
    'plugins/x/src/translation.tsx',
    'packages/backend/src/A.tsx',
  ]) {
    assert.deepEqual(inspect('<Text>Words</Text>', file), [], file);
  }
});
