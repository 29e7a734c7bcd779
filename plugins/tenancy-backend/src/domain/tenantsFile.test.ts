import { parseTenantsFile } from './tenantsFile';

const parse = (text: string) => parseTenantsFile(text, 'catalog/tenants.yaml');
const COMPLETE = `
tenants:
  - code: life
    name: 寿险
    nameEn: Life insurance
    group: group:default/life
    contacts: [user:default/wang-fang]
    members:
      - user: user:default/Li-Wei
        role: developer
    quotas:
      - cluster: nonprod
        environment: dev
        cpu: '64'
        memory: 256Gi
      - { cluster: prod, environment: prod, cpu: 500m, memory: 1.5Gi, storage: 1Ti, pods: 100, persistentVolumeClaims: 0 }
`;

describe('the tenants file', () => {
  it('gives tenants with members and quotas in their normal form', () => {
    expect(parse(COMPLETE)).toEqual([
      {
        code: 'life',
        name: '寿险',
        nameEn: 'Life insurance',
        group: 'group:default/life',
        contacts: ['user:default/wang-fang'],
        members: [{ user: 'user:default/li-wei', role: 'developer' }],
        quotas: [
          {
            cluster: 'nonprod',
            environment: 'dev',
            hard: {
              cpuMillicores: 64_000,
              memoryBytes: 256 * 2 ** 30,
              storageBytes: 6400 * 2 ** 30,
              pods: 6400,
              persistentVolumeClaims: 3200,
            },
          },
          {
            cluster: 'prod',
            environment: 'prod',
            hard: {
              cpuMillicores: 500,
              memoryBytes: 1.5 * 2 ** 30,
              storageBytes: 2 ** 40,
              pods: 100,
              persistentVolumeClaims: 0,
            },
          },
        ],
      },
    ]);
    expect(parse('tenants: []')).toEqual([]);
    expect(
      parse(COMPLETE.replace('    group', '    state: suspended\n    group')),
    ).toMatchObject([{ state: 'suspended' }]);
    expect(parse(COMPLETE.replace("'64'", '64'))).toEqual(parse(COMPLETE));
  });

  it.each([
    [
      'an amount that is none',
      COMPLETE.replace("'64'", 'lots'),
      "catalog/tenants.yaml:14:14: tenants.0.quotas.0.cpu: 'lots' is not an amount: write cores, such as '64' or '500m'",
    ],
    [
      'memory without its unit',
      COMPLETE.replace('256Gi', '256'),
      "catalog/tenants.yaml:15:17: tenants.0.quotas.0.memory: '256' is not an amount: write memory with its unit, such as 256Gi",
    ],
    [
      'an unknown role',
      COMPLETE.replace('developer', 'boss'),
      'catalog/tenants.yaml:10:15: tenants.0.members.0.role: write one of tenant-admin, developer, operator, viewer',
    ],
    [
      'an unknown environment',
      COMPLETE.replace('environment: dev', 'environment: play'),
      'catalog/tenants.yaml:13:22: tenants.0.quotas.0.environment: write one of dev, test, staging, prod',
    ],
    [
      'a person who is none',
      COMPLETE.replace('user:default/Li-Wei', 'li-wei'),
      "catalog/tenants.yaml:9:15: tenants.0.members.0.user: 'li-wei' is not a reference to a user: write it like user:default/li-wei",
    ],
    [
      'a code that cannot be part of a name',
      COMPLETE.replace('code: life', 'code: Life_1'),
      'catalog/tenants.yaml:3:11: tenants.0.code: write at most 30 lower case letters',
    ],
    [
      'a missing field',
      COMPLETE.replace('    nameEn: Life insurance\n', ''),
      'catalog/tenants.yaml:3:5: tenants.0.nameEn: ',
    ],
    [
      'a misspelt field',
      COMPLETE.replace('contacts:', 'contact:'),
      'Unrecognized key: "contact"',
    ],
    [
      'a tenant that stands twice',
      COMPLETE + COMPLETE.slice(COMPLETE.indexOf('  - code')),
      "catalog/tenants.yaml:17:5: tenants.1: tenant 'life' stands here a second time: remove one",
    ],
    [
      'text that is not YAML',
      'tenants:\n  - code: [life\n',
      'catalog/tenants.yaml:3:1: this is not YAML',
    ],
    ['an empty file', '', 'catalog/tenants.yaml:1:1: file: '],
  ])('is refused for %s, with the place', (_, text, sentence) => {
    expect(() => parse(text)).toThrow(sentence);
  });
});
