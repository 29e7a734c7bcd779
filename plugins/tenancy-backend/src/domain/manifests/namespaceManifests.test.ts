import { usualResources } from '@caas/plugin-tenancy-common';
import { amounts } from '../../__testUtils__/definitions';
import { namespaceManifests } from './namespaceManifests';

const GIBIBYTE = 2 ** 30;
const subject = {
  name: 'life-policy-dev',
  tenant: 'life',
  environment: 'dev' as const,
  resources: amounts(2, 4),
};
const LABELS = {
  'caas.io/tenant': 'life',
  'caas.io/environment': 'dev',
  'caas.io/partition': 'general',
};
const of = (kind: string, changes: Partial<typeof subject> = {}) =>
  namespaceManifests({ ...subject, ...changes }).filter(
    object => object.kind === kind,
  );

describe('the objects of a namespace', () => {
  it('begin with the namespace, and all carry the labels of the tenant', () => {
    const objects = namespaceManifests(subject);
    expect(objects[0]).toEqual({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'life-policy-dev', labels: LABELS },
    });
    expect(objects.map(({ metadata }) => metadata.labels)).toEqual(
      objects.map(() => LABELS),
    );
    expect(objects.slice(1).map(({ metadata }) => metadata.namespace)).toEqual(
      objects.slice(1).map(() => 'life-policy-dev'),
    );
    const names = objects.map(
      ({ kind, metadata }) => `${kind} ${metadata.name}`,
    );
    expect(new Set(names).size).toBe(objects.length);
  });

  it('limit what the namespace may use to what was approved', () => {
    expect(of('ResourceQuota')).toMatchObject([
      {
        spec: {
          hard: {
            'requests.cpu': '2',
            'limits.cpu': '2',
            'requests.memory': '4Gi',
            'limits.memory': '4Gi',
            'requests.storage': '20Gi',
            pods: '20',
            persistentvolumeclaims: '10',
          },
        },
      },
    ]);
  });

  it.each([
    [2000, 4 * GIBIBYTE, '500m', '512Mi', '100m', '128Mi'],
    [100, GIBIBYTE / 16, '25m', '16Mi', '25m', '16Mi'],
    [500_000, 1024 * GIBIBYTE, '500m', '512Mi', '100m', '128Mi'],
    [1001, GIBIBYTE + 1, '250m', '256Mi', '100m', '128Mi'],
  ])(
    'give containers that ask for nothing a fitting share of %d millicores and %d bytes',
    (cpuMillicores, memoryBytes, cpu, memory, cpuRequest, memoryRequest) => {
      expect(
        of('LimitRange', {
          resources: usualResources({ cpuMillicores, memoryBytes }),
        }),
      ).toMatchObject([
        {
          spec: {
            limits: [
              {
                type: 'Container',
                default: { cpu, memory },
                defaultRequest: { cpu: cpuRequest, memory: memoryRequest },
              },
            ],
          },
        },
      ]);
    },
  );

  it('deny all traffic but that within the tenant, and DNS', () => {
    const policies = of('NetworkPolicy');
    expect(policies.map(({ metadata }) => metadata.name)).toEqual([
      'default-deny',
      'allow-dns',
      'allow-same-tenant',
    ]);
    const [deny, dns, tenant] = policies.map(({ spec }) => spec);
    expect(deny).toEqual({
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
    });
    expect(dns).toMatchObject({
      egress: [{ ports: [{ port: 53 }, { port: 53 }] }],
    });
    const sameTenant = [
      { namespaceSelector: { matchLabels: { 'caas.io/tenant': 'life' } } },
    ];
    expect(tenant).toMatchObject({
      ingress: [{ from: sameTenant }],
      egress: [{ to: sameTenant }],
    });
  });

  it("bind the tenant's groups to the usual cluster roles", () => {
    expect(
      of('RoleBinding').map(object => {
        // Manifests are typed as any object of Kubernetes; these are role bindings.
        const { roleRef, subjects } = object as unknown as {
          roleRef: { name: string };
          subjects: Array<{ kind: string; name: string }>;
        };
        return [subjects[0].kind, subjects[0].name, roleRef.name];
      }),
    ).toEqual([
      ['Group', 'caas:life:tenant-admin', 'admin'],
      ['Group', 'caas:life:developer', 'edit'],
      ['Group', 'caas:life:operator', 'edit'],
      ['Group', 'caas:life:viewer', 'view'],
    ]);
  });

  it('are plain data that does not change from one time to the next', () => {
    const objects = namespaceManifests(subject);
    expect(JSON.parse(JSON.stringify(objects))).toStrictEqual(objects);
    expect(namespaceManifests(subject)).toStrictEqual(objects);
  });

  it.each(['Life', 'life_policy', '-life', 'a'.repeat(64), ''])(
    "are refused for the name '%s'",
    name => {
      expect(() => namespaceManifests({ ...subject, name })).toThrow(
        `'${name}' cannot be the name of a namespace`,
      );
    },
  );

  it('are refused when Kubernetes would refuse one, with the object named', () => {
    // What the compiler refuses, a row of the database could still hold.
    expect(() =>
      namespaceManifests({ ...subject, tenant: 7 as unknown as string }),
    ).toThrow(
      /Kubernetes would refuse Namespace 'life-policy-dev' of namespace 'life-policy-dev': .*must be string/,
    );
  });
});
