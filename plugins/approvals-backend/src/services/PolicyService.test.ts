import { TestDatabases } from '@backstage/backend-test-utils';
import { createDesk, createStores, openPolicies } from '../__testUtils__/desk';
import {
  ADMIN_STAGE,
  AUTOMATIC,
  oneStage,
  rulesFile,
  TWO_STAGES,
} from '../__testUtils__/rules';
import { PolicyService } from './PolicyService';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const IN_FORCE = rulesFile(TWO_STAGES, ADMIN_STAGE);

describe.each(databases.eachSupportedId())('a dry run on %s', databaseId => {
  const start = async () => {
    const desk = createDesk(await createStores(databases, databaseId));
    const policies = PolicyService.create({
      policies: openPolicies(IN_FORCE),
      requests: desk.requests,
    });
    return { desk, policies };
  };

  it('shows which requests would get other stages, newest first', async () => {
    const { desk, policies } = await start();
    const usual = await desk.submit();
    desk.advance(1);
    const urgent = await desk.submit({ payload: { name: 'a', urgent: true } });
    const edited = rulesFile(ADMIN_STAGE, AUTOMATIC);
    const result = await policies.dryRun(edited, 100);
    expect(result).toMatchObject({
      replayed: 2,
      differences: [
        {
          requestId: usual.request.id,
          before: {
            rule: 'two-stages',
            stages: [
              { approvers: 'tenantRole: tenant-admin' },
              { approvers: 'platformRole: platform-admin' },
            ],
          },
          after: { rule: 'automatic', isAutomatic: true, stages: [] },
        },
      ],
    });
    const all = await policies.dryRun(rulesFile(oneStage('all')), 100);
    expect(all.differences.map(each => each.requestId)).toEqual([
      urgent.request.id,
      usual.request.id,
    ]);
    expect((await policies.dryRun(edited, 1)).replayed).toBe(1);
  });

  it('finds no difference in the same rules under other names, and changes nothing', async () => {
    const { desk, policies } = await start();
    const { request } = await desk.submit();
    const renamed = IN_FORCE.replace('two-stages', 'renamed');
    expect((await policies.dryRun(renamed, 100)).differences).toEqual([]);
    expect((await desk.get(request.id)).request.version).toBe(1);
    expect(policies.inForce().rules.rules.map(({ name }) => name)).toEqual([
      'two-stages',
      'urgent',
    ]);
  });

  it('says where a request would find a rule without an answer', async () => {
    const { desk, policies } = await start();
    await desk.submit();
    const broken = IN_FORCE.replace('!has(payload.urgent)', 'payload.size > 1');
    const { differences } = await policies.dryRun(broken, 100);
    expect(differences[0].after).toMatchObject({
      rule: 'default',
      failure: {
        'zh-CN': expect.stringContaining('规则“two-stages”无法'),
        en: expect.stringContaining("'two-stages' could not be evaluated"),
      },
    });
  });

  it('refuses what does not compile, with line and column', async () => {
    const { policies } = await start();
    await expect(
      policies.dryRun(IN_FORCE.replace('!has', '!hass'), 100),
    ).rejects.toMatchObject({
      name: 'InputError',
      line: 3,
      message: expect.stringMatching(/^policy:3:\d+: the condition/),
      translations: { 'zh-CN': expect.stringMatching(/^policy:3:\d+: 规则/) },
    });
    await expect(policies.dryRun('rules: [', 100)).rejects.toMatchObject({
      message: expect.stringMatching(/^policy:1:\d+: this is not YAML/),
    });
  });
});
