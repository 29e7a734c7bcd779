import type { DesiredObject } from '@caas/plugin-clusters-common';
import {
  configMap,
  namespace,
  quota,
  TENANCY,
} from '../__testUtils__/applySets';
import { refuse } from './guardRails';

const object = (apiVersion: string, kind: string): DesiredObject => ({
  apiVersion,
  kind,
  metadata: { name: 'x', namespace: 'life-a-dev' },
});

describe('guard rails', () => {
  it('let tenancy make a namespace of its tenant, with what belongs into it', () => {
    expect(
      refuse(TENANCY, 'life', [
        namespace('life-a-dev'),
        quota('life-a-dev'),
        configMap('life-a-dev'),
        object('rbac.authorization.k8s.io/v1', 'RoleBinding'),
        object('networking.k8s.io/v1', 'NetworkPolicy'),
      ]),
    ).toBeUndefined();
  });

  it.each<[string, string, DesiredObject[], string]>([
    [
      'an owner that may put nothing',
      'plugin:x',
      [namespace('life-a-dev')],
      "Namespace 'life-a-dev' is refused: 'plugin:x' may put nothing on a cluster",
    ],
    [
      'a kind that the owner may not put',
      TENANCY,
      [object('v1', 'Secret')],
      "Secret 'life-a-dev/x' is refused: 'plugin:tenancy' may put Namespace, ResourceQuota",
    ],
    [
      'a kind of the same name in another group',
      TENANCY,
      [object('evil.io/v1', 'RoleBinding')],
      'and this is a RoleBinding.evil.io',
    ],
    [
      'a namespace of another tenant',
      TENANCY,
      [namespace('property-a-dev', 'property')],
      "Namespace 'property-a-dev' is refused: its label 'caas.io/tenant' is 'property', and the apply set belongs to the tenant 'life'",
    ],
    [
      'a namespace of nobody',
      TENANCY,
      [{ ...namespace('a'), metadata: { name: 'a' } }],
      "its label 'caas.io/tenant' is ''",
    ],
    [
      'an object outside namespaces',
      TENANCY,
      [{ ...quota('a'), metadata: { name: 'quota' } }],
      "ResourceQuota 'quota' is refused: it names no namespace",
    ],
    [
      'an object twice, even in another version',
      TENANCY,
      [
        object('networking.k8s.io/v1', 'NetworkPolicy'),
        object('networking.k8s.io/v1beta1', 'NetworkPolicy'),
      ],
      "NetworkPolicy 'life-a-dev/x' is refused: it is in the apply set twice",
    ],
  ])('refuse %s, naming the object', (_, owner, objects, sentence) => {
    expect(refuse(owner, 'life', objects)).toContain(sentence);
  });
});
