import { Interner } from '../Interner';
import { claimsObject, kept } from './__testUtils__/claimsObject';
import { GATEWAYS } from './gateways';
import { INGRESSES } from './ingresses';
import { ROUTES } from './routes';
import { SERVICES } from './services';

const interner = new Interner();

it('keeps of a Service its ports and where it is reached', () => {
  const service = claimsObject(
    {
      type: 'LoadBalancer',
      clusterIP: '10.96.0.7',
      externalIPs: ['192.0.2.9'],
      selector: { app: 'claims' },
      ports: [
        { name: 'http', port: 80, targetPort: 'web', nodePort: 30080 },
        { port: 53, protocol: 'UDP' },
      ],
    },
    { loadBalancer: { ingress: [{ ip: '192.0.2.1' }, { hostname: 'lb' }] } },
  );
  expect(SERVICES.trim(service, interner)).toEqual({
    ...kept,
    type: 'LoadBalancer',
    clusterIp: '10.96.0.7',
    addresses: ['192.0.2.1', 'lb', '192.0.2.9'],
    ports: [
      {
        name: 'http',
        protocol: 'TCP',
        port: 80,
        targetPort: 'web',
        nodePort: 30080,
      },
      { protocol: 'UDP', port: 53 },
    ],
  });
});

it('keeps of an Ingress which address leads to which Service', () => {
  const backend = (name: string, port?: object) => ({
    service: { name, port },
  });
  const ingress = claimsObject(
    {
      ingressClassName: 'nginx',
      tls: [{ hosts: ['claims.local'] }],
      defaultBackend: { resource: { kind: 'Bucket', name: 'pages' } },
      rules: [
        {
          host: 'claims.local',
          http: {
            paths: [
              { path: '/api', backend: backend('claims', { number: 80 }) },
              { backend: backend('web', { name: 'http' }) },
            ],
          },
        },
        { host: 'empty.local' },
      ],
    },
    { loadBalancer: { ingress: [{ ip: '192.0.2.1' }] } },
  );
  expect(INGRESSES.trim(ingress, interner)).toEqual({
    ...kept,
    className: 'nginx',
    addresses: ['192.0.2.1'],
    tlsHosts: ['claims.local'],
    rules: [
      { path: '/', backends: [{ name: 'Bucket pages' }] },
      {
        host: 'claims.local',
        path: '/api',
        backends: [{ name: 'claims:80' }],
      },
      { host: 'claims.local', path: '/', backends: [{ name: 'web:http' }] },
    ],
  });
});

describe('an HTTPRoute', () => {
  const spec = {
    parentRefs: [{ name: 'edge', namespace: 'infra' }, { name: 'own' }],
    hostnames: ['claims.local'],
    rules: [
      {
        matches: [
          {
            path: { value: '/api' },
            method: 'GET',
            headers: [{ name: 'x-canary', value: 'yes' }],
          },
        ],
        backendRefs: [
          { name: 'claims', port: 80, weight: 90 },
          { name: 'canary', port: 80, weight: 10 },
        ],
      },
      { backendRefs: [{ name: 'claims' }] },
    ],
  };
  const accepted = { type: 'Accepted', status: 'True' };

  it('is kept with its rules, their weights and its gateways', () => {
    const status = { parents: [{ conditions: [accepted] }] };
    expect(ROUTES.trim(claimsObject(spec, status), interner)).toEqual({
      ...kept,
      state: 'accepted',
      hostnames: ['claims.local'],
      gateways: ['infra/edge', 'life-dev/own'],
      rules: [
        {
          path: 'GET /api x-canary: yes',
          backends: [
            { name: 'claims:80', weight: 90 },
            { name: 'canary:80', weight: 10 },
          ],
        },
        { path: '/', backends: [{ name: 'claims' }] },
      ],
    });
  });

  it('waits while no controller has said anything, and is refused with the reason of any', () => {
    expect(ROUTES.trim(claimsObject(spec), interner).state).toBe('waiting');
    const status = {
      parents: [
        { conditions: [accepted] },
        {
          conditions: [
            accepted,
            {
              type: 'ResolvedRefs',
              status: 'False',
              message: 'Service "canary" not found',
            },
          ],
        },
      ],
    };
    expect(ROUTES.trim(claimsObject(spec, status), interner)).toMatchObject({
      state: 'refused',
      reason: 'Service "canary" not found',
    });
  });
});

it('keeps of a Gateway its listeners, addresses and why it does not serve', () => {
  const gateway = claimsObject(
    {
      gatewayClassName: 'envoy',
      listeners: [{ name: 'web', protocol: 'HTTPS', port: 443 }],
    },
    {
      addresses: [{ value: '192.0.2.1' }],
      conditions: [
        { type: 'Accepted', status: 'True' },
        { type: 'Programmed', status: 'False', reason: 'AddressNotAssigned' },
      ],
    },
  );
  expect(GATEWAYS.trim(gateway, interner)).toEqual({
    ...kept,
    className: 'envoy',
    state: 'refused',
    reason: 'AddressNotAssigned',
    addresses: ['192.0.2.1'],
    listeners: [{ name: 'web', protocol: 'HTTPS', port: 443 }],
  });
});
