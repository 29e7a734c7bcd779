import assert from 'node:assert/strict';
import test from 'node:test';
import { sourceOf } from '../source.mjs';
import { translations } from './translations.mjs';

const ref = (messages, before = '') =>
  `${before}export const xRef = createTranslationRef({ id: 'x', messages: ${messages} });`;
const inspect = ({ english, chinese, page, more = [] }) =>
  translations.inspect([
    sourceOf('plugins/x/src/translation.ts', ref(english)),
    ...(chinese
      ? [
          sourceOf(
            'plugins/x/src/zh-CN.ts',
            `export default ${chinese} as const;`,
          ),
        ]
      : []),
    sourceOf('plugins/x/src/A.tsx', page ?? "t('list.title');"),
    ...more,
  ]);
const english = "{ list: { title: 'Tenants' } }";
const chinese = "{ 'list.title': '租户' }";

test('takes a message with its text', () => {
  assert.deepEqual(inspect({ english, chinese }), []);
});

test('refuses messages without any Chinese', () => {
  assert.match(
    inspect({ english })[0],
    /there is no plugins\/x\/src\/zh-CN\.ts/,
  );
});

test('refuses a message that has no Chinese text', () => {
  assert.match(
    inspect({ english, chinese: '{}' })[0],
    /'list.title' is not in/,
  );
});

test('refuses a Chinese text without a message', () => {
  assert.match(
    inspect({
      english,
      chinese: "{ 'list.title': '租户', 'list.old': '旧' }",
    })[0],
    /'list.old' in .* is no message/,
  );
});

test('refuses other placeholders', () => {
  assert.match(
    inspect({
      english: "{ list: { title: '{{count}} of {{all}}' } }",
      chinese: "{ 'list.title': '{{all}} 个' }",
    })[0],
    /\{\{all count\}\} in English and \{\{all\}\} in Chinese/,
  );
});

test('refuses English for Chinese, but not what is the same everywhere', () => {
  assert.match(
    inspect({ english, chinese: "{ 'list.title': 'Tenants' }" })[0],
    /the same in both languages/,
  );
  assert.deepEqual(
    inspect({
      english: "{ list: { title: 'CPU' } }",
      chinese: "{ 'list.title': 'CPU' }",
    }),
    [],
  );
});

test('refuses a message that nobody says', () => {
  assert.match(
    inspect({ english, chinese, page: "t('list.other');" })[0],
    /nobody says 'list.title'/,
  );
});

test('knows messages that are said by a template, in the plural, or by somebody else who imports them', () => {
  assert.deepEqual(
    inspect({ english, chinese, page: 't(`list.${name}`);' }),
    [],
  );
  assert.deepEqual(
    inspect({
      english: "{ list: { title_one: 'One', title_other: '{{count}}' } }",
      chinese: "{ 'list.title_one': '一', 'list.title_other': '{{count}}' }",
    }),
    [],
  );
  const elsewhere = sourceOf(
    'plugins/y/src/B.tsx',
    "const { t } = useTranslationRef(xRef); t('list.title');",
  );
  assert.deepEqual(
    inspect({ english, chinese, page: 'none();', more: [elsewhere] }),
    [],
  );
});

test('reads messages from a file of their own', () => {
  const found = translations.inspect([
    sourceOf(
      'plugins/x/src/translation.ts',
      "import { messages } from './messages';\nexport const xRef = createTranslationRef({ id: 'x', messages });",
    ),
    sourceOf(
      'plugins/x/src/messages.ts',
      `export const messages = ${english};`,
    ),
    sourceOf('plugins/x/src/zh-CN.ts', 'export default {};'),
    sourceOf('plugins/x/src/A.tsx', "t('list.title');"),
  ]);
  assert.deepEqual(found, ["x: 'list.title' is not in plugins/x/src/zh-CN.ts"]);
});
