import type { Refusal } from './Refusal';

const service = { service: { name: 'web', port: { number: 80 } } };
const route = (path: object) => ({
  rules: [{ host: 'a.example.com', http: { paths: [path] } }],
});
const from = (...peers: object[]) => ({
  podSelector: {},
  ingress: [{ from: peers }],
});
const port = (given: object) => ({
  podSelector: {},
  ingress: [{ ports: [given] }],
});
const claim = {
  accessModes: ['ReadWriteOnce'],
  resources: { requests: { storage: '1Gi' } },
};

/** What leads to pods, and what they keep. */
export const NETWORK: Refusal[] = [
  [
    'Ingress',
    {},
    'spec: Invalid value: null: either `defaultBackend` or `rules` must be specified',
  ],
  [
    'Ingress',
    route({ path: '/', backend: service }),
    'spec.rules[0].http.paths[0].pathType: Required value: pathType must be specified',
  ],
  [
    'Ingress',
    route({ path: '/', pathType: 'X', backend: service }),
    'spec.rules[0].http.paths[0].pathType: Unsupported value: "X": supported values: "Exact", "ImplementationSpecific", "Prefix"',
  ],
  [
    'Ingress',
    route({ path: 'x', pathType: 'Prefix', backend: service }),
    'spec.rules[0].http.paths[0].path: Invalid value: "x": must be an absolute path',
  ],
  [
    'Ingress',
    route({
      path: '/',
      pathType: 'Prefix',
      backend: { service: { name: 'web' } },
    }),
    'spec.rules[0].http.paths[0].backend: Required value: port name or number is required',
  ],
  [
    'Ingress',
    route({ path: '/', pathType: 'Prefix', backend: {} }),
    'spec.rules[0].http.paths[0].backend: Invalid value: "": resource or service backend is required',
  ],
  [
    'Ingress',
    {
      rules: [
        {
          host: '1.2.3.4',
          http: { paths: [{ path: '/', pathType: 'Exact', backend: service }] },
        },
      ],
    },
    'spec.rules[0].host: Invalid value: "1.2.3.4": must be a DNS name, not an IP address',
  ],
  [
    'NetworkPolicy',
    { podSelector: {}, policyTypes: ['X'] },
    'spec.policyTypes[0]: Unsupported value: "X": supported values: "Ingress", "Egress"',
  ],
  [
    'NetworkPolicy',
    port({ port: 0 }),
    'spec.ingress[0].ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive',
  ],
  [
    'NetworkPolicy',
    port({ port: 80, endPort: 70 }),
    'spec.ingress[0].ports[0].endPort: Invalid value: 80: must be greater than or equal to `port`',
  ],
  [
    'NetworkPolicy',
    port({ port: 80, protocol: 'X' }),
    'spec.ingress[0].ports[0].protocol: Unsupported value: "X": supported values: "TCP", "UDP", "SCTP"',
  ],
  [
    'NetworkPolicy',
    from({ ipBlock: { cidr: '1.2.3' } }),
    'spec.ingress[0].from[0].ipBlock.cidr: Invalid value: "1.2.3": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
  ],
  [
    'NetworkPolicy',
    from({ ipBlock: { cidr: '10.0.0.0/24', except: ['10.1.0.0/24'] } }),
    'spec.ingress[0].from[0].ipBlock.except[0]: Invalid value: "10.1.0.0/24": must be a strict subset of `cidr`',
  ],
  [
    'NetworkPolicy',
    from({ ipBlock: { cidr: '10.0.0.0/24' }, podSelector: {} }),
    'spec.ingress[0].from[0]: Forbidden: may not specify both ipBlock and another peer',
  ],
  [
    'NetworkPolicy',
    from({}),
    'spec.ingress[0].from[0]: Required value: must specify a peer',
  ],
  [
    'NetworkPolicy',
    { podSelector: { matchExpressions: [{ key: 'a', operator: 'X' }] } },
    'spec.podSelector.matchExpressions[0].operator: Invalid value: "X": not a valid selector operator',
  ],
  [
    'PersistentVolumeClaim',
    {},
    '[spec.accessModes: Required value: at least 1 access mode is required, spec.resources[storage]: Required value]',
  ],
  [
    'PersistentVolumeClaim',
    { ...claim, accessModes: ['X'] },
    'spec.accessModes: Unsupported value: "X": supported values: "ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"',
  ],
  [
    'PersistentVolumeClaim',
    { ...claim, resources: { requests: { storage: '0' } } },
    'spec.resources[storage]: Invalid value: "0": must be greater than zero',
  ],
  [
    'PersistentVolumeClaim',
    { ...claim, volumeMode: 'X' },
    'spec.volumeMode: Unsupported value: "X": supported values: "Block", "Filesystem"',
  ],
  ['Service', {}, 'spec.ports: Required value'],
  [
    'Service',
    { ports: [{ port: 80 }, { port: 81 }] },
    '[spec.ports[0].name: Required value, spec.ports[1].name: Required value]',
  ],
  [
    'Service',
    { ports: [{ port: 0 }] },
    '[spec.ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive, spec.ports[0].targetPort: Invalid value: 0: must be between 1 and 65535, inclusive]',
  ],
  [
    'Service',
    { type: 'X', ports: [{ port: 80 }] },
    'spec.type: Unsupported value: "X": supported values: "ClusterIP", "ExternalName", "LoadBalancer", "NodePort"',
  ],
  ['Service', { type: 'ExternalName' }, 'spec.externalName: Required value'],
];
