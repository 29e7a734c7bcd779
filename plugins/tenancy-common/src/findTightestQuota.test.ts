import { findTightestQuota } from './findTightestQuota';
import { mapResources } from './resources';
import type { Quota } from './schemas';

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
  expect(findTightestQuota([roomy, tight])).toEqual({
    cluster: 'nonprod',
    environment: 'test',
    dimension: 'pods',
    hard: 100,
    allocated: 70,
    requested: 10,
  });
});

it('does not call a quota of nothing tight of which nothing is asked', () => {
  const nothing = quota({ environment: 'prod', hard: 0 });
  const some = quota({ allocated: { memoryBytes: 1 } });
  expect(findTightestQuota([nothing, some])?.environment).toBe('dev');
  expect(findTightestQuota([])).toBeUndefined();
});

it('calls a quota of nothing the tightest when something is asked of it', () => {
  const nothing = quota({
    environment: 'prod',
    hard: 0,
    requested: { pods: 1 },
  });
  const full = quota({ allocated: { pods: 100 } });
  expect(findTightestQuota([full, nothing])?.environment).toBe('prod');
});
