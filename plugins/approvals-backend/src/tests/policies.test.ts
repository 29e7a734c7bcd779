import { createMockDirectory } from '@backstage/backend-test-utils';
import { as, startBackend } from '../__testUtils__/backend';
import { CHEN_JING, LI_WEI } from '../__testUtils__/desk';
import { ADMIN_STAGE, rulesFile, TWO_STAGES } from '../__testUtils__/rules';

const POLICIES = rulesFile(TWO_STAGES, ADMIN_STAGE);

describe('the policy over HTTP', () => {
  const directory = createMockDirectory();
  const start = () => {
    directory.setContent({ 'policies.yaml': POLICIES });
    return startBackend(directory.resolve('policies.yaml'));
  };

  it('is shown to those who may read it, and tries another one, with line and column of a mistake', async () => {
    const { call, submit } = await start();
    const { id } = await submit();
    const shown = await call('get', '/policies', as(CHEN_JING)).expect(200);
    expect(shown.body).toMatchObject({
      text: POLICIES,
      rules: [{ name: 'two-stages' }, { name: 'urgent' }],
    });
    const dryRun = (text: string, person = CHEN_JING) =>
      call('post', '/policies/dry-run', as(person), { text });
    const { body } = await dryRun(rulesFile(ADMIN_STAGE)).expect(200);
    expect(body).toMatchObject({
      replayed: 1,
      differences: [{ requestId: id, after: { rule: 'default' } }],
    });
    const broken = await dryRun(POLICIES.replace('!has', '!hass'));
    expect(broken.status).toBe(400);
    expect(broken.body.error).toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(/^policy:3:\d+: /),
      translations: { 'zh-CN': expect.stringMatching(/^policy:3:\d+: 规则/) },
    });
    const unanswered = await dryRun(
      POLICIES.replace('!has(payload.urgent)', 'payload.size > 1'),
    );
    expect(unanswered.body.differences[0].after.failure).toEqual({
      'zh-CN': expect.stringContaining('：“No such key: size”'),
      en: expect.stringContaining(': No such key: size'),
    });
    directory.setContent({ 'policies.yaml': 'rules: [' });
    const { body: inForce } = await call('get', '/policies', as(CHEN_JING));
    expect(inForce.problem).toMatchObject({
      line: 1,
      message: {
        'zh-CN': expect.stringMatching(/^这不是 YAML：/),
        en: expect.stringMatching(/^this is not YAML: /),
      },
    });
    expect((await dryRun(POLICIES, LI_WEI)).status).toBe(403);
    expect((await call('get', '/policies', as(LI_WEI))).status).toBe(403);
  });
});
