import type { LiveObject } from './LiveObject';
import {
  describeProgress,
  drainPodOf,
  isEmptied,
  progressOf,
  refusalOf,
} from './drainPods';

const STRICT = { deleteEmptyDirData: false, force: false };
const owner = (kind: string) => [{ kind, name: 'x', controller: true }];
const pod = (
  changes: Partial<LiveObject['metadata']>,
  rest = {},
): LiveObject => ({
  metadata: { namespace: 'ns', name: 'p', uid: 'u', ...changes },
  spec: {},
  status: { phase: 'Running' },
  ...rest,
});
const emptyDir = { spec: { volumes: [{ name: 'tmp', emptyDir: {} }] } };
const ended = { status: { phase: 'Succeeded' } };

describe('drainPodOf', () => {
  it.each([
    [
      'of a ReplicaSet',
      pod({ ownerReferences: owner('ReplicaSet') }),
      'waiting',
      undefined,
    ],
    [
      'of a DaemonSet',
      pod({ ownerReferences: owner('DaemonSet') }),
      'kept',
      'daemon-set',
    ],
    [
      'of the kubelet',
      pod({ annotations: { 'kubernetes.io/config.mirror': 'x' } }),
      'kept',
      'mirror',
    ],
    ['of nobody', pod({}), 'refused', 'unmanaged'],
    ['of nobody, ended', pod({}, ended), 'waiting', undefined],
    [
      'of a DaemonSet, ended',
      pod({ ownerReferences: owner('DaemonSet') }, ended),
      'waiting',
      undefined,
    ],
    [
      'with an emptyDir',
      pod({ ownerReferences: owner('ReplicaSet') }, emptyDir),
      'refused',
      'empty-dir',
    ],
    ['that is ending', pod({ deletionTimestamp: 'x' }), 'evicting', undefined],
  ])('says of a pod %s', (_, live, state, cause) => {
    expect(drainPodOf(live, STRICT)).toMatchObject({ state });
    expect(drainPodOf(live, STRICT).cause).toBe(cause);
  });

  it('lets go what somebody allowed', () => {
    const allowed = { deleteEmptyDirData: true, force: true };
    expect(drainPodOf(pod({}), allowed)).toMatchObject({
      state: 'waiting',
      cause: 'unmanaged',
    });
    expect(drainPodOf(pod({}, emptyDir), allowed).state).toBe('waiting');
    // The one does not allow the other.
    expect(
      drainPodOf(pod({}, emptyDir), { ...allowed, deleteEmptyDirData: false }),
    ).toMatchObject({ state: 'refused', cause: 'empty-dir' });
  });
});

describe('the progress of a drain', () => {
  const seen = (uid: string, state: 'waiting' | 'blocked' | 'kept') => ({
    namespace: 'ns',
    name: `p-${uid}`,
    uid,
    state,
    message: 'said',
  });

  it('remembers pods that are gone, by UID', () => {
    const before = [
      seen('1', 'blocked'),
      seen('2', 'waiting'),
      seen('3', 'kept'),
    ];
    const now = [seen('2', 'waiting'), seen('3', 'kept')];
    const pods = progressOf(before, now);
    expect(pods.map(({ uid, state }) => [uid, state])).toEqual([
      ['1', 'gone'],
      ['2', 'waiting'],
      ['3', 'kept'],
    ]);
    expect(pods[0].message).toBeUndefined();
    expect(describeProgress(pods)).toEqual({
      'zh-CN': '2 个容器组中 1 个已离开',
      en: '1 of 2 pods are gone',
    });
    expect(isEmptied(pods)).toBe(false);
    expect(isEmptied(progressOf(pods, [seen('3', 'kept')]))).toBe(true);
  });

  it('says what would be lost, and how to allow it', () => {
    const refused = (cause: 'unmanaged' | 'empty-dir', index: number) => ({
      namespace: 'ns',
      name: `${cause}-${index}`,
      uid: `${cause}-${index}`,
      state: 'refused' as const,
      cause,
    });
    expect(refusalOf('node-1', [seen('1', 'kept')])).toBeUndefined();
    const told = refusalOf('node-1', [
      ...[1, 2, 3, 4, 5].map(index => refused('unmanaged', index)),
      refused('empty-dir', 1),
    ]);
    expect(told?.en).toContain("'ns/unmanaged-3' and 2 more");
    expect(told?.en).toContain("'deleteEmptyDirData'");
    expect(told?.['zh-CN']).toContain("'ns/unmanaged-3' 等 5 个");
    expect(told?.['zh-CN']).toContain('deleteEmptyDirData');
  });
});
