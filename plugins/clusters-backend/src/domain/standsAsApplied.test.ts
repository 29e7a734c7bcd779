import { NOW, later, setOf } from '../__testUtils__/applySets';
import { keyOf, type ApplySetRecord } from './applySet';
import type { SeenObject } from './SeenObjects';
import { standsAsApplied } from './standsAsApplied';

const INPUT = setOf('life-seen-dev');

/** A set that stands, and a view that shows it so. */
function standing() {
  const set: ApplySetRecord = {
    ...INPUT,
    owner: 'plugin:tenancy',
    desired: INPUT.objects,
    observedGeneration: 1,
    state: 'ready',
    inventory: INPUT.objects.map((object, index) => ({
      ...keyOf(object),
      uid: `u${index}`,
      fingerprint: `f${index}`,
    })),
    objects: [],
    conditions: [],
    attempts: 0,
    nextRunAt: NOW,
    appliedAt: NOW,
    updatedAt: NOW,
  };
  const shown = new Map<string, SeenObject>(
    INPUT.objects.map(({ kind }, index) => [
      kind,
      { setId: set.id, uid: `u${index}`, fingerprint: `f${index}` },
    ]),
  );
  return { set, shown };
}

const judge = (
  set: ApplySetRecord,
  shown: Map<string, SeenObject>,
  seconds = 60,
) =>
  standsAsApplied(set, { find: ({ kind }) => shown.get(kind) }, later(seconds));

describe('a set that was ready', () => {
  it('still is while the view shows every object as the last apply left it', () => {
    const { set, shown } = standing();
    expect(judge(set, shown)).toBe(true);
  });

  it.each<[string, Partial<ApplySetRecord>]>([
    ['wants something new', { generation: 2 }],
    ['waits', { state: 'waiting' }],
    ['retries', { state: 'retrying' }],
    ['is stalled', { state: 'stalled' }],
    ['is being deleted', { state: 'deleting' }],
    ['was never applied as a whole', { appliedAt: undefined }],
    ['has something left to delete', { desired: INPUT.objects.slice(1) }],
  ])('is not judged by the view when it %s', (_, changes) => {
    const { set, shown } = standing();
    expect(judge({ ...set, ...changes }, shown)).toBe(false);
  });

  it.each<[string, SeenObject | undefined]>([
    ['does not show it', undefined],
    ['shows another one', { setId: INPUT.id, uid: 'x', fingerprint: 'f2' }],
    ['shows another content', { setId: INPUT.id, uid: 'u2', fingerprint: 'x' }],
    ['shows nothing of ours in it', { setId: INPUT.id, uid: 'u2' }],
    ['shows it with another set', { setId: 'x', uid: 'u2', fingerprint: 'f2' }],
    [
      'shows that it is ending',
      {
        setId: INPUT.id,
        uid: 'u2',
        fingerprint: 'f2',
        missing: 'It is ending',
      },
    ],
  ])('is applied again when the view %s', (_, object) => {
    const { set, shown } = standing();
    if (object) shown.set('ConfigMap', object);
    else shown.delete('ConfigMap');
    expect(judge(set, shown)).toBe(false);
  });

  it('is applied again after ten minutes, whatever the view shows', () => {
    const { set, shown } = standing();
    expect(judge(set, shown, 599)).toBe(true);
    expect(judge(set, shown, 600)).toBe(false);
  });

  it('has every kind followed from its first attempt on', () => {
    const { set } = standing();
    const asked: string[] = [];
    const seen = {
      find: ({ kind }: { kind: string }) => {
        asked.push(kind);
        return undefined;
      },
    };
    standsAsApplied({ ...set, state: 'applying' }, seen, NOW);
    expect(asked).toEqual(['Namespace', 'ResourceQuota', 'ConfigMap']);
  });
});
