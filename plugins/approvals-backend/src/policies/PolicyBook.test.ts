import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { policyProblem } from '@caas/plugin-approvals-common';
import { AUTOMATIC, rule, rulesFile } from '../__testUtils__/rules';
import { PolicyBook } from './PolicyBook';

const STAGE =
  '{ title: { zh-CN: 平台, en: Platform }, approvers: [{ platformRole: platform-admin }] }';
const DEV = rule('dev', "environment == 'dev'", STAGE);
const LIFE = rule('life', "tenant == 'life'", STAGE);
const BROKEN = rule('broken', "payload.gpu == '1'", STAGE);

const FACTS = {
  kind: 'namespace.create',
  tenant: 'life',
  environment: 'dev',
  requester: 'user:default/li-wei',
  payload: {},
  evidence: {},
};
const DEFAULT = {
  rule: 'default',
  stages: [{ approvers: [{ platformRole: 'platform-admin' }] }],
};

const CLOCK = { now: () => new Date('2026-11-21T08:00:00.000Z') };

describe('PolicyBook', () => {
  const directory = createMockDirectory();
  const logger = mockServices.logger.mock();
  const write = (text: string) =>
    directory.setContent({ 'policies.yaml': text });
  const open = (text: string) => {
    jest.clearAllMocks();
    write(text);
    return PolicyBook.open({
      clock: CLOCK,
      file: directory.resolve('policies.yaml'),
      logger,
    });
  };

  it('follows the first rule that matches', () => {
    expect(open(rulesFile(DEV, LIFE)).decide(FACTS).rule).toBe('dev');
    expect(open(rulesFile(LIFE, DEV)).decide(FACTS).rule).toBe('life');
  });

  it('asks the platform administrators when no rule matches', () => {
    const decision = open(rulesFile(DEV)).decide({
      ...FACTS,
      environment: 'prod',
    });
    expect(decision).toMatchObject(DEFAULT);
    expect(decision.failure).toBeUndefined();
    expect(open('rules: []\n').decide(FACTS)).toMatchObject(DEFAULT);
  });

  it('asks the platform administrators when a rule cannot be evaluated, though a later one would match', () => {
    const decision = open(rulesFile(BROKEN, AUTOMATIC)).decide(FACTS);
    expect(decision).toMatchObject(DEFAULT);
    expect(decision.automaticReason).toBeUndefined();
    expect(decision.failure).toEqual({
      'zh-CN':
        '规则“broken”无法对类型为“namespace.create”的申请求值：“No such key: gpu”',
      en: "The rule 'broken' could not be evaluated for a request of kind 'namespace.create': No such key: gpu",
    });
    expect(logger.error).toHaveBeenCalledWith(decision.failure?.en);
  });

  it('lets a request pass that a rule approves, with the reason', () => {
    expect(open(rulesFile(AUTOMATIC)).decide(FACTS)).toMatchObject({
      rule: 'automatic',
      stages: [],
      automaticReason: { en: 'Small enough' },
    });
  });

  it('reads the file again when it changes', () => {
    const book = open(rulesFile(DEV));
    const before = book.decide(FACTS);
    write(rulesFile(LIFE, DEV));
    const after = book.decide(FACTS);
    expect([before.rule, after.rule]).toEqual(['dev', 'life']);
    expect(after.version).not.toBe(before.version);
  });

  it('keeps the rules that were in force when the new ones cannot be right, and says it once', () => {
    const book = open(rulesFile(DEV));
    const { version } = book.decide(FACTS);
    write(rulesFile(rule('dev', "enviroment == 'prod'", STAGE)));
    expect(book.decide(FACTS)).toMatchObject({ rule: 'dev', version });
    expect(book.decide(FACTS)).toMatchObject({ rule: 'dev', version });
    expect(logger.error).toHaveBeenCalledTimes(1);
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringMatching(
        /stay as they were.*policies\.yaml:3:12: .*enviroment/,
      ),
    );
    directory.setContent({});
    expect(book.decide(FACTS)).toMatchObject({ rule: 'dev', version });
    write(rulesFile(LIFE));
    expect(book.decide(FACTS).rule).toBe('life');
  });

  it('shows what is wrong with the file while the old rules hold, until it is right', () => {
    const book = open(rulesFile(DEV));
    const { version } = book.inForce().rules;
    write(rulesFile(rule('dev', 'kind', STAGE)));
    expect(book.inForce()).toMatchObject({
      rules: { version },
      problem: {
        line: 3,
        message: {
          'zh-CN':
            '规则“dev”的条件不能编译：其结果的类型是 string，而不是 true 或 false',
          en: "the condition of the rule 'dev' does not compile: it gives a string, not true or false",
        },
      },
    });
    write(rulesFile(LIFE));
    expect(book.inForce().problem).toBeUndefined();
    expect(book.inForce().rules.version).not.toBe(version);
  });

  it('says in both languages that the file is gone, quoting the system', () => {
    const book = open(rulesFile(DEV));
    directory.setContent({});
    const { problem } = book.inForce();
    expect(problem).toEqual({
      message: {
        'zh-CN': expect.stringMatching(/^无法读取此文件：“ENOENT.*”$/),
        en: expect.stringMatching(/^ENOENT/),
      },
    });
  });

  it('cuts what is wrong to what an answer may have, however much a file makes it quote', () => {
    const book = open(rulesFile(DEV));
    write(rulesFile(rule('dev', `${'x'.repeat(5000)} == 1`, STAGE)));
    const { problem } = book.inForce();
    expect(policyProblem.safeParse(problem).success).toBe(true);
    expect(problem?.message.en).toContain('Unknown variable: xxx');
  });

  it('counts the days of a rule from the day on which it is asked', () => {
    const book = open(
      rulesFile(
        rule('month', 'daysBetween(today, payload.leaseUntil) <= 30', STAGE),
      ),
    );
    const decide = (leaseUntil: string) =>
      book.decide({ ...FACTS, payload: { leaseUntil } }).rule;
    expect(decide('2026-12-21')).toBe('month');
    expect(decide('2026-12-22')).toBe('default');
  });

  it('does not open with rules that cannot be right, and says where', () => {
    expect(() => open(rulesFile(rule('dev', 'kind', STAGE)))).toThrow(
      /policies\.yaml:3:\d+: the condition of the rule 'dev' does not compile/,
    );
  });

  it('does not open without a file, and says which key names it', () => {
    directory.setContent({});
    expect(() =>
      PolicyBook.open({
        clock: CLOCK,
        file: directory.resolve('policies.yaml'),
        logger,
      }),
    ).toThrow(
      /approvals\.policiesFile in app-config\.yaml names '.*', which cannot be read/,
    );
  });
});
