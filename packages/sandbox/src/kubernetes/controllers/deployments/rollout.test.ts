import {
  growNew,
  rolloutOf,
  shareOut,
  shrinkOld,
  type SetOfPods,
} from './rollout';

const set = (
  name: string,
  replicas: number,
  available = replicas,
): SetOfPods => ({
  name,
  replicas,
  available,
});

/** Follows a rollout whose new pods become available at once, and says the least and the most pods on the way. */
function follow(strategy: object, replicas: number) {
  const rollout = rolloutOf({
    replicas,
    strategy: { type: 'RollingUpdate', rollingUpdate: strategy },
  });
  let fresh = set('new', 0);
  let old = set('old', replicas);
  let least = replicas;
  let most = replicas;
  for (let step = 0; step < 100 && fresh.replicas < replicas; step += 1) {
    fresh = set('new', growNew(rollout, fresh, [old]));
    most = Math.max(most, fresh.replicas + old.replicas);
    old = set('old', shrinkOld(rollout, fresh, [old]).get('old')!);
    least = Math.min(least, fresh.replicas + old.replicas);
  }
  old = set('old', shrinkOld(rollout, fresh, [old]).get('old')!);
  return {
    least,
    most,
    done: fresh.replicas === replicas && old.replicas === 0,
  };
}

describe('A rollout', () => {
  it.each([
    [{ maxSurge: 1, maxUnavailable: 0 }, 3, 3, 4],
    [{ maxSurge: 0, maxUnavailable: 1 }, 3, 2, 3],
    [{ maxSurge: '25%', maxUnavailable: '25%' }, 10, 8, 13],
    [{ maxSurge: '100%', maxUnavailable: 0 }, 4, 4, 8],
    [{ maxSurge: '10%', maxUnavailable: '10%' }, 1, 1, 2],
  ])(
    'of %j with %d replicas keeps its bounds',
    (strategy, replicas, least, most) => {
      expect(follow(strategy, replicas)).toEqual({ least, most, done: true });
    },
  );

  it('takes pods that are of no use before others', () => {
    const rollout = rolloutOf({
      replicas: 4,
      strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
    });
    const broken = set('broken', 2, 0);
    const good = set('good', 2);
    const kept = shrinkOld(rollout, set('new', 0), [good, broken]);
    expect(Object.fromEntries(kept)).toEqual({ good: 2, broken: 1 });
  });

  it('shares another scale out among its sets', () => {
    const shares = shareOut(10, [set('old', 4), set('new', 1)]);
    expect(Object.fromEntries(shares)).toEqual({ old: 8, new: 2 });
    expect(
      [...shareOut(7, [set('a', 1), set('b', 1), set('c', 1)]).values()].reduce(
        (sum, each) => sum + each,
        0,
      ),
    ).toBe(7);
  });
});
