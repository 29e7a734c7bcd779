import {
  labelConflicts,
  labelPatch,
  refuseKey,
  taintConflicts,
  taintsAfter,
} from './nodeChanges';

describe('refuseKey', () => {
  it.each([
    'kubernetes.io/hostname',
    'topology.kubernetes.io/zone',
    'node-role.kubernetes.io/control-plane',
    'node.kubernetes.io/unreachable',
    'k8s.io/x',
    'caas.io/tenant',
  ])('refuses %s, and says what to do', key => {
    expect(refuseKey(key)).toEqual({
      'zh-CN': expect.stringContaining('请使用自己的键'),
      en: expect.stringContaining('choose a key of your own'),
    });
  });

  it.each([
    'team',
    'example.com/team',
    'caas.io/partition',
    'mykubernetes.io/x',
  ])('lets %s be changed', key => expect(refuseKey(key)).toBeUndefined());
});

describe('labels', () => {
  it('are changed from what was seen only', () => {
    const labels = { team: 'life', rack: 'a1' };
    const change = (from: string | null, to: string | null, key = 'team') => [
      { key, from, to },
    ];
    expect(labelConflicts(labels, change('life', 'property'))).toEqual([]);
    expect(labelConflicts(labels, change(null, 'property'))).toEqual([
      {
        'zh-CN': '标签“team”现为“life”',
        en: "the label 'team' is 'life' now",
      },
    ]);
    expect(labelConflicts(labels, change('x', null, 'gone'))).toEqual([]);
    expect(labelConflicts(labels, change('x', 'y', 'gone'))).toEqual([
      {
        'zh-CN': '标签“gone”现已不存在',
        en: "the label 'gone' is not there now",
      },
    ]);
    // Twice is as once.
    expect(labelConflicts(labels, change('old', 'life'))).toEqual([]);
    expect(labelPatch(change('life', null))).toEqual({ team: null });
  });
});

describe('taints', () => {
  const taints = [
    { key: 'caas.io/partition', value: 'dmz', effect: 'NoSchedule' },
    { key: 'gpu', effect: 'NoSchedule' },
    { key: 'gpu', effect: 'NoExecute', timeAdded: '2026-11-21T08:00:00Z' },
  ];
  const change = (from: string | null, to: string | null) => [
    { key: 'gpu', effect: 'NoSchedule' as const, from, to },
  ];

  it('are named by key and effect, and the others stay as they are', () => {
    expect(taintsAfter(taints, change('', null))).toEqual([
      taints[0],
      taints[2],
    ]);
    expect(taintsAfter(taints, change('', 'nvidia'))).toEqual([
      taints[0],
      taints[2],
      { key: 'gpu', effect: 'NoSchedule', value: 'nvidia' },
    ]);
    expect(taintsAfter(taints, change('', ''))).toEqual(taints);
    expect(taintsAfter([], change(null, ''))).toEqual([
      { key: 'gpu', effect: 'NoSchedule' },
    ]);
  });

  it('are changed from what was seen only', () => {
    expect(taintConflicts(taints, change('', 'x'))).toEqual([]);
    expect(taintConflicts(taints, change(null, 'x'))).toEqual([
      {
        'zh-CN': '污点“gpu:NoSchedule”现为“”',
        en: "the taint 'gpu:NoSchedule' is '' now",
      },
    ]);
    expect(taintConflicts([], change('', null))).toEqual([]);
  });
});
