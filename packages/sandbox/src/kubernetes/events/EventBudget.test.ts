import { EventBudget } from './EventBudget';
import type { Happening } from './recordEvent';

const about = (uid: string) => ({ metadata: { name: 'web', uid } });
const created = (pod: number): Happening => ({
  type: 'Normal',
  reason: 'SuccessfulCreate',
  message: `Created pod: web-${pod}`,
  component: 'replicaset-controller',
});

describe('what a controller may say', () => {
  let now: number;
  let budget: EventBudget;
  beforeEach(() => {
    now = 0;
    budget = new EventBudget(() => now);
  });
  const spend = (count: number, uid = 'a') =>
    Array.from({ length: count }, (_, pod) =>
      budget.spend(about(uid), created(pod)),
    );
  const combined = (all: Array<Happening | undefined>) =>
    all.filter(told => told?.isCombined);

  it('is told one by one as long as there are few of it', () => {
    expect(spend(10)).toEqual(Array.from({ length: 10 }, (_, n) => created(n)));
  });

  it('is told as one of many from the eleventh on, with its own words', () => {
    expect(spend(12).at(-1)).toEqual({
      ...created(11),
      message: '(combined from similar events): Created pod: web-11',
      isCombined: true,
    });
  });

  it('is not told any more once the budget is spent, however many there are', () => {
    const told = spend(500).filter(Boolean);
    expect(told).toHaveLength(25);
    expect(combined(told)).toHaveLength(15);
  });

  it('is told once more each five minutes', () => {
    spend(500);
    now = 299_999;
    expect(spend(1)).toEqual([undefined]);
    now = 300_000;
    expect(spend(2).filter(Boolean)).toHaveLength(1);
    now = 900_000;
    expect(spend(5).filter(Boolean)).toHaveLength(2);
  });

  it('is told one by one again after ten minutes', () => {
    spend(11);
    now = 600_000;
    expect(combined(spend(3))).toEqual([]);
  });

  it('counts the same words once', () => {
    const same = Array.from({ length: 20 }, () =>
      budget.spend(about('a'), created(7)),
    );
    expect(same).toEqual(Array.from({ length: 20 }, () => created(7)));
  });

  it('is counted for each object and each reason by itself', () => {
    spend(500, 'a');
    expect(spend(1, 'b')).toEqual([created(0)]);
    spend(10, 'c');
    const other: Happening = { ...created(0), reason: 'Completed' };
    expect(budget.spend(about('c'), other)).toEqual(other);
  });
});
