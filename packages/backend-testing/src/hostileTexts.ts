const LF = '\n';

/** What each language that a text may pass through on its way would take for more than a text. */
const SEEDS: Record<string, string[]> = {
  yaml: [
    `a${LF}---${LF}kind: Secret`,
    `a${LF}kind: ClusterRoleBinding`,
    `a${LF}  labels:${LF}    caas.io/tenant: property`,
    'a # the rest is a comment',
    '{ kind: Secret }',
    '[a, b]',
    '&anchor a',
    '*anchor',
    '<<: *anchor',
    '!!js/function "function(){}"',
    '!!binary aGk=',
    '| ',
    '> ',
    '"a": b',
    "'",
    '"',
    '~',
    'null',
    'yes',
    '0x10',
    '1e3',
    '? a',
    '%YAML 1.2',
    '...',
  ],
  json: [
    '","kind":"Secret","x":"',
    '"}]}',
    '{"$ref":"#/"}',
    '[{"op":"add","path":"/metadata/labels/caas.io~1tenant","value":"property"}]',
    '/metadata/labels/caas.io~1tenant',
    '~1~0',
    '\\u0022',
    '\\',
  ],
  prototype: [
    '__proto__',
    'constructor',
    'prototype',
    'constructor.prototype.isAdmin',
    '__proto__[isAdmin]',
    '{"__proto__":{"isAdmin":true}}',
    'toString',
    'hasOwnProperty',
    '__defineGetter__',
  ],
  labels: [
    'life,property',
    'life=property',
    'caas.io/tenant=property',
    'tenant in (life, property)',
    '!tenant',
    'a!=b',
    '*',
    'a/b/c',
    '-a-',
    'A_b.C',
  ],
  paths: [
    '../../../etc/passwd',
    '..',
    '.',
    '/',
    '//host/share',
    'a%2fb',
    'a%00b',
    'file:///etc/passwd',
    'a?b=c',
    'a#b',
    'a;b',
  ],
  lines: [
    'a\r\nSet-Cookie: a=b',
    'a\r\n\r\nHTTP/1.1 200 OK',
    'a\nb',
    'a\rb',
    'a\u2028b',
    'a\u0085b',
    'a\tb',
    'a\u0000b',
    'a\u001b[31mb',
    'a\u0008b',
  ],
  templates: [
    '{{7*7}}',
    '${7*7}',
    '${{ secrets.token }}',
    '#{7*7}',
    '<%= 7*7 %>',
    '{% include "a" %}',
    '{{ range.constructor("return 1")() }}',
    '$(id)',
    '`id`',
    '; id',
    '| id',
    '&& id',
  ],
  queries: [
    "' or '1'='1",
    "'; drop table requests; --",
    '" or ""="',
    'a%',
    '_',
    'true || true',
    "kind == 'demo.make'",
    'has(payload.urgent)',
    '$where',
    '*)(uid=*',
  ],
  markup: [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[a](javascript:alert(1))',
    // eslint-disable-next-line no-script-url -- a text that must stay one
    'javascript:alert(1)',
    '&lt;b&gt;',
    ']]>',
    '<!--',
    '<?xml version="1.0"?>',
  ],
  unicode: [
    '\u202eabc',
    '\u200b',
    '\ufeffa',
    '\u0430pple',
    'e\u0301',
    '𝒂',
    '中文',
    '🏦',
    'ı',
    'ﬁ',
  ],
  numbers: [
    '-0',
    'NaN',
    'Infinity',
    '1e999',
    '9007199254740993',
    '０',
    '1_000',
  ],
};

/** A text beside which it stands may be what makes it count. */
const FRAMES: Array<(seed: string) => string> = [
  seed => seed,
  seed => `a${seed}`,
  seed => `${seed}a`,
  seed => ` ${seed} `,
  seed => `${LF}${seed}${LF}`,
];

/**
 * Texts that must stay texts: more than five hundred, of YAML, JSON patches, label selectors, prototypes, line ends, templates,
 * queries and markup.
 *
 * @public
 */
export function hostileTexts(): string[] {
  const texts = Object.values(SEEDS)
    .flat()
    .flatMap(seed => FRAMES.map(frame => frame(seed)));
  return [...new Set(texts)];
}
