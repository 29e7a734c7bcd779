import type { ApplySet } from '@caas/plugin-clusters-common';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { withChinese } from '@caas/contract';
import { outcomeOfApplySet, outcomeOfError } from './outcome';

const applySet = (changes: Partial<ApplySet>): ApplySet => ({
  cluster: 'nonprod',
  id: 'tenancy.namespace.ns-1',
  owner: 'plugin:tenancy',
  tenant: 'life',
  state: 'pending',
  generation: 2,
  observedGeneration: 2,
  conditions: [],
  objects: [],
  reason: 'r1',
  attempts: 0,
  updatedAt: '2026-11-21T08:00:00.000Z',
  ...changes,
});

describe('what an apply set says about its namespace', () => {
  it.each<[ApplySet['state'], object]>([
    ['pending', { kind: 'waiting', step: 'apply' }],
    ['applying', { kind: 'waiting', step: 'apply' }],
    ['retrying', { kind: 'waiting', step: 'apply' }],
    ['waiting', { kind: 'waiting', step: 'ready' }],
    ['ready', { kind: 'ready' }],
    ['stalled', { kind: 'stalled' }],
    ['deleting', { kind: 'stalled' }],
    ['deleted', { kind: 'stalled' }],
  ])('%s', (state, outcome) => {
    expect(outcomeOfApplySet(applySet({ state }), 2)).toMatchObject(outcome);
  });

  it('is not ready while an older generation is', () => {
    expect(
      outcomeOfApplySet(applySet({ state: 'ready', observedGeneration: 1 }), 2),
    ).toMatchObject({ kind: 'waiting', step: 'apply' });
  });

  it('gives the reason of the cluster where there is one', () => {
    expect(
      outcomeOfApplySet(
        applySet({ state: 'retrying', lastError: 'connect ECONNREFUSED' }),
        2,
      ),
    ).toMatchObject({
      message: {
        'zh-CN': '正在等待集群“nonprod”接受对象：connect ECONNREFUSED',
        en: 'connect ECONNREFUSED',
      },
    });
    expect(
      outcomeOfApplySet(
        applySet({
          state: 'waiting',
          conditions: [
            {
              type: 'Applied',
              status: 'True',
              reason: 'Applied',
              message: 'All objects are applied',
              lastTransitionTime: '2026-11-21T08:00:00.000Z',
            },
            {
              type: 'Ready',
              status: 'False',
              reason: 'Waiting',
              message: 'The namespace is not active yet',
              lastTransitionTime: '2026-11-21T08:00:00.000Z',
            },
          ],
        }),
        2,
      ),
    ).toMatchObject({
      message: {
        'zh-CN': '对象尚未就绪：The namespace is not active yet',
        en: 'The namespace is not active yet',
      },
    });
  });

  it('takes refusals for a matter of people, and everything else for a matter of time', () => {
    expect(
      outcomeOfError(withChinese(new ConflictError('older'), '版本较旧')),
    ).toEqual({
      kind: 'stalled',
      message: { 'zh-CN': '版本较旧', en: 'older' },
    });
    // A cluster that was taken out of the registry by mistake comes back.
    expect(outcomeOfError(new NotFoundError('no such cluster'))).toEqual({
      kind: 'retry',
      error: { 'zh-CN': 'no such cluster', en: 'no such cluster' },
    });
    expect(outcomeOfError(new TypeError('fetch failed'))).toEqual({
      kind: 'retry',
      error: { 'zh-CN': 'fetch failed', en: 'fetch failed' },
    });
  });
});
