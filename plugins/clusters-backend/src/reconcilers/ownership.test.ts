import { TestDatabases } from '@backstage/backend-test-utils';
import { eventually } from '@caas/backend-testing/processes';
import { LABELS } from '@caas/plugin-clusters-common';
import { configMap, namespace, quota, setOf } from '../__testUtils__/applySets';
import {
  useSandbox,
  space,
  settings,
  limit,
  onlySpace,
} from '../__testUtils__/useSandbox';

/** What the reconciler leaves alone on a cluster that it shares with others. */
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

jest.setTimeout(30_000);

describe('what others made or own', () => {
  const bench = useSandbox(databases);

  it('leaves a field to its owner, names both, and goes on when the owner lets go', async () => {
    const input = setOf('life-conflict-dev');
    await bench.portal.put(input);
    await bench.portal.reach(input, 'ready');
    await bench.admin.edit(limit('life-conflict-dev'), {
      spec: { hard: { pods: '50' } },
    });
    await bench.portal.after(61);
    const stalled = await bench.portal.reach(input, 'stalled');
    expect(stalled.conditions).toMatchObject([
      {
        status: 'False',
        reason: 'FieldConflict',
        message:
          'ResourceQuota \'life-conflict-dev/quota\': Field .spec.hard.pods is owned by "kubectl-edit"',
      },
    ]);
    expect(stalled.objects.map(({ state }) => state)).toEqual([
      'healthy',
      'failed',
      'pending',
    ]);
    expect(bench.portal.logger.warn).toHaveBeenCalledTimes(1);
    const { spec } = await bench.admin.find(limit('life-conflict-dev'));
    expect(spec.hard.pods).toBe('50');

    await bench.admin.edit(limit('life-conflict-dev'), {
      spec: { hard: { pods: '20' } },
    });
    await bench.portal.reach(input, 'ready');
  });

  it('leaves alone an object that somebody else made first, even when the set is deleted', async () => {
    const input = setOf('life-first-dev');
    await bench.portal.put(onlySpace('life-first-dev'));
    await bench.portal.reach(input, 'ready');
    await bench.admin.create(
      configMap('life-first-dev', 'settings', { colour: 'red' }),
    );
    await bench.portal.put({ ...input, generation: 3 });
    const stalled = await bench.portal.reach(input, 'stalled');
    expect(stalled.lastError).toMatch(
      /^ConfigMap 'life-first-dev\/settings': Field \.data\.colour is owned by "/,
    );
    await bench.portal.put({ ...onlySpace('life-first-dev'), generation: 4 });
    await bench.portal.reach(input, 'ready');
    expect((await bench.admin.find(settings('life-first-dev'))).data).toEqual({
      colour: 'red',
    });
  });

  it.each([
    ['of another tenant', 'property', "belongs to the tenant 'property'"],
    ['of nobody', undefined, 'belongs to nobody the portal knows'],
    [
      'of its tenant that somebody else made',
      'life',
      'was not made by this apply set',
    ],
  ])('takes over no namespace %s', async (_, tenant, sentence) => {
    const name = `life-foreign-${tenant ?? 'nobody'}`;
    await bench.admin.create({
      ...namespace(name),
      metadata: { name, labels: tenant && { [LABELS.tenant]: tenant } },
    });
    const input = setOf(name);
    await bench.portal.put(input);
    const set = await bench.portal.reach(input, 'stalled');
    expect(set.conditions[0]).toMatchObject({
      reason: 'ForeignNamespace',
      message: expect.stringContaining(sentence),
    });
    expect(set.inventory).toEqual([]);
    expect(await bench.admin.find(limit(name))).toBeUndefined();

    await bench.portal.delete(input);
    await bench.portal.reach(input, 'deleted');
    expect(await bench.admin.find(space(name))).toBeDefined();
  });

  it('puts nothing into a namespace that does not exist', async () => {
    const input = setOf('life-none-dev', { objects: [quota('life-none-dev')] });
    await bench.portal.put(input);
    const set = await bench.portal.reach(input, 'stalled');
    expect(set.lastError).toBe(
      "Namespace 'life-none-dev' on cluster 'nonprod' does not exist, and this apply set does not make it",
    );
  });

  it('does not delete a namespace that was deleted and made again by hand', async () => {
    const input = setOf('life-again-dev');
    await bench.portal.put(input);
    await bench.portal.reach(input, 'ready');
    await bench.admin.delete(space('life-again-dev'));
    await eventually(20, async () =>
      expect(await bench.admin.find(space('life-again-dev'))).toBeUndefined(),
    );
    await bench.admin.create(namespace('life-again-dev'));
    await bench.portal.delete(input);
    await bench.portal.reach(input, 'deleted');
    expect(await bench.admin.find(space('life-again-dev'))).toBeDefined();
  });
});
