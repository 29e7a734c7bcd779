import { rule, rulesFile } from '../__testUtils__/rules';
import { compileRules } from './compileRules';

const STAGE =
  '{ title: { zh-CN: 平台, en: Platform }, approvers: [{ platformRole: platform-admin }] }';

const FACTS = {
  kind: 'namespace.create',
  tenant: 'life',
  environment: 'dev',
  requester: 'user:default/li-wei',
  today: '2026-11-22',
  payload: {
    cpu: '500m',
    memory: '4Gi',
    replicas: 3,
    isUrgent: true,
    leaseUntil: '2026-12-22',
  },
  evidence: {
    'pool.cpu': { tone: 'warning', used: 6000, requested: 2000, limit: 16000 },
  },
};

const compileOne = (when: string) =>
  compileRules(rulesFile(rule('one', when, STAGE)), 'policies.yaml').rules[0];

describe('compileRules', () => {
  it.each([
    ["kind == 'namespace.create' && environment in ['dev', 'test']", true],
    ["tenant == 'property'", false],
    ["requester.startsWith('user:default/')", true],
    ['cores(payload.cpu) <= 0.5 && gibibytes(payload.memory) == 4.0', true],
    ['payload.replicas > 2', true],
    ['payload.isUrgent', true],
    ['has(payload.gpu)', false],
    ['daysBetween(today, payload.leaseUntil) == 30', true],
    ["today < '2026-11-22'", false],
    ["evidence['pool.cpu'].requested <= 8000", true],
    ["evidence['pool.cpu'].tone == 'warning'", true],
    ["'pool.gpu' in evidence", false],
  ])('understands %s', (when, expected) => {
    expect(compileOne(when).matches(FACTS)).toBe(expected);
  });

  it.each([
    ['a field that is not there', "payload.gpu == '1'", /No such key: gpu/],
    [
      'what is no amount',
      'cores(payload.memory) < 1.0',
      /'4Gi' is no amount of CPU/,
    ],
    [
      'what is no date',
      'daysBetween(today, payload.cpu) < 30',
      /'500m' is no date like '2026-11-22'/,
    ],
    [
      'a number where a text is needed',
      'cores(payload.replicas) < 1.0',
      /cores/,
    ],
    ['what is neither true nor false', 'payload.cpu', /it gives '500m'/],
    ['evidence that is not there', "evidence['x'].used < 1", /No such key: x/],
  ])('throws for %s, instead of saying no', (_, when, message) => {
    const { matches } = compileOne(when);
    expect(() => matches(FACTS)).toThrow(message);
  });

  it.each([
    ['cores(payload.memory) < 1.0', '“4Gi”不是有效的 CPU 数量'],
    ['gibibytes(payload.leaseUntil) < 1.0', '“2026-12-22”不是有效的内存数量'],
    [
      'daysBetween(today, payload.cpu) < 30',
      '“500m”不是“2026-11-22”这样的日期',
    ],
    ['payload.cpu', '其结果是“500m”，而不是 true 或 false'],
  ])('says in Chinese too why %s has no answer', (when, chinese) => {
    const { matches } = compileOne(when);
    expect(() => matches(FACTS)).toThrow(
      expect.objectContaining({ translations: { 'zh-CN': chinese } }),
    );
  });

  it.each([
    [
      'text that is not YAML',
      'rules:\n  - name: [\n',
      /^policies\.yaml:\d+:\d+: this is not YAML: /,
    ],
    [
      'an unknown key',
      rulesFile(rule('one', 'true', STAGE)).replace(
        'when:',
        'if: x\n    when:',
      ),
      /^policies\.yaml:2:5: rules\.0: .*if/,
    ],
    [
      'an approver that nobody can be',
      rulesFile(rule('one', 'true', STAGE.replace('platform-admin', 'boss'))),
      /^policies\.yaml:5:\d+: rules\.0\.stages\.0\.approvers\.0/,
    ],
    [
      'a stage without approvers',
      rulesFile(rule('one', 'true', STAGE.replace(/\[.*\]/, '[]'))),
      /^policies\.yaml:5:\d+: rules\.0\.stages\.0\.approvers/,
    ],
    [
      'a rule that gives nothing',
      "rules:\n  - name: one\n    when: 'true'\n",
      /^policies\.yaml:2:5: rules\.0: Give a rule either 'stages' or 'automatic'/,
    ],
    [
      'a title in one language',
      rulesFile(rule('one', 'true', STAGE.replace('zh-CN: 平台, ', ''))),
      /^policies\.yaml:5:\d+: rules\.0\.stages\.0\.title\.zh-CN/,
    ],
    [
      'two rules of one name',
      rulesFile(rule('one', 'true', STAGE), rule('one', 'true', STAGE)),
      /^policies\.yaml:6:11: another rule has the name 'one' already/,
    ],
    ['nothing', '', /^policies\.yaml:1:1: the file: /],
  ])('refuses %s, with line and column', (_, text, message) => {
    expect(() => compileRules(text, 'policies.yaml')).toThrow(message);
  });

  it.each([
    [
      'a name that does not exist',
      'knid == 1',
      '3:12',
      /Unknown variable: knid/,
    ],
    ['an expression that breaks off', 'kind ==', '3:19', /Unexpected token/],
    ['types that do not fit', "kind == 'a' && tenant > 1", '3:27', /'>|>/],
    ['a text instead of a condition', 'kind', '3:12', /it gives a string/],
    ['an unknown function', 'cors(payload.cpu) < 1.0', '3:12', /cors/],
  ])('refuses %s at its column', (_, when, at, message) => {
    const compile = () => compileOne(when);
    expect(compile).toThrow(`policies.yaml:${at}: `);
    expect(compile).toThrow(message);
  });

  it('finds the column in a condition over several lines', () => {
    const text = rulesFile(rule('one', 'true', STAGE)).replace(
      'when: "true"',
      "when: >-\n      kind == 'a'\n      && tennant == 'life'",
    );
    expect(() => compileRules(text, 'policies.yaml')).toThrow(
      /^policies\.yaml:5:10: .* Unknown variable: tennant/,
    );
  });

  it.each([
    [
      'a name that is there already',
      rulesFile(rule('one', 'true', STAGE), rule('one', 'true', STAGE)),
      /^policies\.yaml:\d+:\d+: 已有另一条规则名为“one”$/,
    ],
    [
      'a condition that does not compile',
      rulesFile(rule('one', 'tennant', STAGE)),
      /^policies\.yaml:\d+:\d+: 规则“one”的条件不能编译：“Unknown variable: tennant”$/,
    ],
    [
      'a condition that is none',
      rulesFile(rule('one', 'kind', STAGE)),
      /：其结果的类型是 string，而不是 true 或 false$/,
    ],
    [
      'what is no YAML',
      'rules: [',
      /^policies\.yaml:\d+:\d+: 这不是 YAML：“[^“”]+”$/,
    ],
    [
      'a rule that gives nothing',
      "rules:\n  - name: one\n    when: 'true'\n",
      /^policies\.yaml:2:5: rules\.0：规则必须有“stages”或“automatic”，且只能有其中之一$/,
    ],
    [
      'a rule with another kind of name',
      rulesFile(rule('One', 'true', STAGE)),
      /：规则名称请使用小写字母、数字和连字符$/,
    ],
    [
      'a stage without approvers',
      rulesFile(rule('one', 'true', STAGE.replace(/\[.*\]/, '[]'))),
      /^policies\.yaml:5:\d+: rules\.0\.stages\.0\.approvers：应不少于 1 项$/,
    ],
    [
      'an unknown key',
      rulesFile(rule('one', 'true', STAGE)).replace(
        'when:',
        'if: x\n    when:',
      ),
      /：出现未知的键\(key\): "if"$/,
    ],
    ['nothing', '', /^policies\.yaml:1:1: 此文件：应为对象，收到的是空值$/],
  ])('says in Chinese too what is wrong: %s', (_, text, chinese) => {
    expect(() => compileRules(text, 'policies.yaml')).toThrow(
      expect.objectContaining({
        translations: { 'zh-CN': expect.stringMatching(chinese) },
      }),
    );
  });

  it('knows a file by its content', () => {
    const text = rulesFile(rule('one', 'true', STAGE));
    const { version } = compileRules(text, 'a.yaml');
    expect(version).toMatch(/^[0-9a-f]{12}$/);
    expect(compileRules(text, 'b.yaml').version).toBe(version);
    expect(compileRules(`${text}# more\n`, 'a.yaml').version).not.toBe(version);
  });

  it('reads references in lower case, and every way to choose approvers', () => {
    const stage = STAGE.replace(
      /\[.*\]/,
      '[{ user: user:default/Chen-Jing }, { group: group:default/Platform }, { tenantRole: operator }]',
    ).replace(/ \}$/, ', rule: { quorum: 2 } }');
    const [{ stages }] = compileRules(
      rulesFile(rule('one', 'true', stage)),
      'policies.yaml',
    ).rules;
    expect(stages).toMatchObject([
      {
        approvers: [
          { user: 'user:default/chen-jing' },
          { group: 'group:default/platform' },
          { tenantRole: 'operator' },
        ],
        rule: { mode: 'quorum', count: 2 },
      },
    ]);
  });
});
