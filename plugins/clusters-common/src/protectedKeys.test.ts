import { LABELS } from './labels';
import { isProtectedKey } from './protectedKeys';

describe('a key that nobody changes by hand', () => {
  it.each([
    'kubernetes.io/hostname',
    'node.kubernetes.io/unreachable',
    'node-role.kubernetes.io/control-plane',
    'topology.k8s.io/zone',
    LABELS.tenant,
    LABELS.partOf,
    'secret.caas.io/anything',
  ])('is %s', key => {
    expect(isProtectedKey(key)).toBe(true);
  });

  it.each([
    'team',
    'kubernetes.io',
    'example.com/kubernetes.io',
    'notkubernetes.io/team',
    'caas.io.example.com/team',
    'mycaas.io/team',
  ])('is not %s', key => {
    expect(isProtectedKey(key)).toBe(false);
  });

  it('is not the partition of a node, which administrators set', () => {
    expect(isProtectedKey(LABELS.partition)).toBe(false);
    expect(isProtectedKey(`${LABELS.partition}s`)).toBe(true);
  });
});
