import { mapResources, type Quota } from '@caas/plugin-tenancy-common';
import { tightestQuota } from './tightestQuota';

const quota = (changes: {
  hard?: number;
  allocated?: Partial<Quota['allocated']>;
  requested?: Partial<Quota['requested']>;
  environment?: Quota['environment'];
}): Quota => ({
  cluster: 'nonprod',
  environment: changes.environment ?? 'dev',
  hard: mapResources(() => changes.hard ?? 100),
  allocated: { ...mapResources(() => 0), ...changes.allocated },
  requested: { ...mapResources(() => 0), ...changes.requested },
});

it('finds what a tenant runs out of first, in whichever quota that is', () => {
  const roomy = quota({ allocated: { cpuMillicores: 50 } });
  const tight = quota({
    environment: 'test',
    allocated: { pods: 70 },
    requested: { pods: 10 },
  });
  expect(tightestQuota([roomy, tight])).toMatchObject({
    quota: tight,
    dimension: 'pods',
  });
});

it('does not call a quota of nothing tight of which nothing is asked', () => {
  const nothing = quota({ hard: 0 });
  const some = quota({ allocated: { memoryBytes: 1 } });
  expect(tightestQuota([nothing, some])?.quota).toBe(some);
  expect(tightestQuota([])).toBeUndefined();
});
