import { LABELS } from '@caas/plugin-clusters-common';
import { kubernetesKinds } from './kubernetesKinds';
import type { ObjectMetadata } from './ObjectMetadata';

const { NetworkPolicy } = kubernetesKinds;

/**
 * Who may speak with the pods of a namespace: the namespaces of the same tenant on the same cluster, and the
 * cluster's DNS. Policies only add permissions to each other, so the first one denies everything else.
 *
 * The label `caas.io/tenant` can be trusted: tenants hold roles inside namespaces, none of which may change the
 * Namespace object itself.
 */
export function networkPolicies(
  tenant: string,
  metadata: (name: string) => ObjectMetadata,
) {
  const sameTenant = [
    { namespaceSelector: { matchLabels: { [LABELS.tenant]: tenant } } },
  ];
  return [
    new NetworkPolicy({
      metadata: metadata('default-deny'),
      spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
    }),
    new NetworkPolicy({
      metadata: metadata('allow-dns'),
      spec: {
        podSelector: {},
        policyTypes: ['Egress'],
        egress: [
          {
            to: [
              {
                namespaceSelector: {
                  matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' },
                },
              },
            ],
            ports: [
              { protocol: 'UDP', port: 53 },
              { protocol: 'TCP', port: 53 },
            ],
          },
        ],
      },
    }),
    new NetworkPolicy({
      metadata: metadata('allow-same-tenant'),
      spec: {
        podSelector: {},
        policyTypes: ['Ingress', 'Egress'],
        ingress: [{ from: sameTenant }],
        egress: [{ to: sameTenant }],
      },
    }),
  ];
}
