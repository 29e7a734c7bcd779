import { missingForHealth } from './health';
import type { LiveObject } from './LiveObject';

const NAMESPACE: LiveObject = {
  kind: 'Namespace',
  metadata: { name: 'a' },
  status: { phase: 'Active' },
};

describe('missingForHealth', () => {
  it.each<[string, LiveObject, string | undefined]>([
    ['an active namespace', NAMESPACE, undefined],
    [
      'a namespace that ends',
      { ...NAMESPACE, status: { phase: 'Terminating' } },
      "Its phase is 'Terminating'",
    ],
    [
      'a namespace without a phase',
      { ...NAMESPACE, status: undefined },
      "Its phase is 'unknown'",
    ],
    [
      'a quota that is counted',
      { kind: 'ResourceQuota', metadata: {}, status: { hard: {} } },
      undefined,
    ],
    [
      'a quota that nobody counts yet',
      { kind: 'ResourceQuota', metadata: {} },
      'The cluster does not enforce it yet',
    ],
    ['a config map', { kind: 'ConfigMap', metadata: {} }, undefined],
    [
      'anything that is being deleted',
      {
        kind: 'ConfigMap',
        metadata: { deletionTimestamp: '2026-11-21T08:00:00Z' },
      },
      'It is being deleted',
    ],
    [
      'a generation that the controller has not seen',
      {
        kind: 'Deployment',
        metadata: { generation: 2 },
        status: { observedGeneration: 1 },
      },
      'The cluster has not seen its newest generation yet',
    ],
    [
      'a generation that the controller has seen',
      {
        kind: 'Deployment',
        metadata: { generation: 2 },
        status: { observedGeneration: 2 },
      },
      undefined,
    ],
  ])('of %s', (_, object, missing) => {
    expect(missingForHealth(object)).toBe(missing);
  });
});
