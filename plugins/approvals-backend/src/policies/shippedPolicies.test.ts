import path from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { PolicyBook } from './PolicyBook';

/** The file as the repository ships it, on a day of its own. */
const book = PolicyBook.open({
  clock: { now: () => new Date('2026-11-22T15:30:00.000Z') },
  file: path.resolve(__dirname, '../../../../catalog/approval-policies.yaml'),
  logger: mockServices.logger.mock(),
});

const TODAY = '2026-11-22';
const IN_30_DAYS = '2026-12-22';
const IN_31_DAYS = '2026-12-23';

/** The largest small namespace, as the normal form of a payload writes it. */
const SMALL = {
  cpu: '8',
  memory: '32Gi',
  storage: '100Gi',
  pods: 50,
  persistentVolumeClaims: 10,
};
const LARGER = [
  { cpu: '8001m' },
  { cpu: '64' },
  { memory: '32769Mi' },
  { memory: '256Gi' },
  { storage: '101Gi' },
];

const TENANT_ADMIN = 'any of tenant-admin';
const PLATFORM_ADMIN = 'any of platform-admin';
const TWO_PLATFORM_ADMINS = '2 of platform-admin';

const TENANT = [TENANT_ADMIN];
const TENANT_THEN_PLATFORM = [TENANT_ADMIN, PLATFORM_ADMIN];
const PRODUCTION = [TENANT_ADMIN, TWO_PLATFORM_ADMINS];

type Row = {
  kind: string;
  environment: string;
  payload?: Record<string, unknown>;
  /** Who decides each stage; empty when nobody does. */
  stages: string[];
};

const create = (environment: string, changes: object, stages: string[]) => ({
  kind: 'namespace.create',
  environment,
  payload: { ...SMALL, ...changes },
  stages,
});
const resize = (
  environment: string,
  direction: string,
  changes: object,
  stages: string[],
) => ({
  kind: 'namespace.resize',
  environment,
  payload: { namespace: 'n1', direction, ...SMALL, ...changes },
  stages,
});
const renew = (environment: string, leaseUntil: string, stages: string[]) => ({
  kind: 'namespace.renew',
  environment,
  payload: { namespace: 'n1', leaseUntil },
  stages,
});

const DEVELOPMENT = ['dev', 'test'];
const NON_PRODUCTION = ['dev', 'test', 'staging'];

const TABLE: Record<string, Row[]> = {
  'shrink and release of non-production quota: automatic': [
    ...NON_PRODUCTION.flatMap(environment => [
      resize(environment, 'shrink', { cpu: '64' }, []),
      { kind: 'tenant.quota', environment, payload: { direction: 'shrink' } },
      { kind: 'namespace.delete', environment, payload: { namespace: 'n1' } },
    ]).map(row => ({ ...row, stages: [] })),
  ],
  'what grows is not given back': [
    ...['grow', 'mixed'].flatMap(direction => [
      ...DEVELOPMENT.map(environment =>
        resize(environment, direction, {}, TENANT),
      ),
      resize('staging', direction, {}, TENANT_THEN_PLATFORM),
      resize('prod', direction, {}, PRODUCTION),
    ]),
    resize('prod', 'shrink', {}, PRODUCTION),
  ],
  'a dev or test namespace up to small size and 30 days: tenant-admin':
    DEVELOPMENT.flatMap(environment => [
      create(environment, { leaseUntil: IN_30_DAYS }, TENANT),
      create(environment, { leaseUntil: TODAY }, TENANT),
      create(
        environment,
        {
          cpu: '500m',
          memory: '512Mi',
          storage: '0',
          leaseUntil: IN_30_DAYS,
        },
        TENANT,
      ),
      renew(environment, IN_30_DAYS, TENANT),
    ]),
  "up to the tenant's cap: tenant-admin then platform-admin": [
    ...DEVELOPMENT.flatMap(environment => [
      create(environment, { leaseUntil: IN_31_DAYS }, TENANT_THEN_PLATFORM),
      ...LARGER.flatMap(size => [
        create(
          environment,
          { ...size, leaseUntil: IN_30_DAYS },
          TENANT_THEN_PLATFORM,
        ),
        resize(environment, 'grow', size, TENANT_THEN_PLATFORM),
      ]),
      // One that never ends is not short.
      create(environment, {}, TENANT_THEN_PLATFORM),
      renew(environment, IN_31_DAYS, TENANT_THEN_PLATFORM),
    ]),
    create('staging', { leaseUntil: IN_30_DAYS }, TENANT_THEN_PLATFORM),
    renew('staging', IN_30_DAYS, TENANT_THEN_PLATFORM),
  ],
  'production: tenant-admin, then platform-admin with quorum 2': [
    create('prod', {}, PRODUCTION),
    create('prod', { cpu: '100m', memory: '64Mi' }, PRODUCTION),
    create('prod', { cpu: '64', memory: '256Gi' }, PRODUCTION),
  ],
  'deleting a production namespace: two platform-admins': [
    {
      kind: 'namespace.delete',
      environment: 'prod',
      payload: { namespace: 'n1' },
      stages: [TWO_PLATFORM_ADMINS],
    },
  ],
  'everything else: platform-admin': [
    ...[...NON_PRODUCTION, 'prod'].map(environment => ({
      kind: 'tenant.quota',
      environment,
      payload: { direction: 'grow' },
      stages: [PLATFORM_ADMIN],
    })),
    {
      kind: 'tenant.quota',
      environment: 'dev',
      payload: { direction: 'mixed' },
      stages: [PLATFORM_ADMIN],
    },
    {
      kind: 'tenant.quota',
      environment: 'prod',
      payload: { direction: 'shrink' },
      stages: [PLATFORM_ADMIN],
    },
    { kind: 'something.new', environment: '', stages: [PLATFORM_ADMIN] },
    create('sandbox', { leaseUntil: TODAY }, [PLATFORM_ADMIN]),
  ],
};

const decide = ({ kind, environment, payload = {} }: Row) =>
  book.decide({
    kind,
    environment,
    payload,
    tenant: 'life',
    requester: 'user:default/li-wei',
    evidence: {},
  });

describe('the policies that are shipped', () => {
  describe.each(Object.entries(TABLE))('%s', (_, rows) => {
    it.each(rows)('$kind in $environment: $payload', row => {
      const { stages, automaticReason, failure } = decide(row);
      expect(failure).toBeUndefined();
      expect(
        stages.map(
          ({ rule, approvers: [approver] }) =>
            `${'count' in rule ? rule.count : rule.mode} of ${Object.values(approver)[0]}`,
        ),
      ).toEqual(row.stages);
      expect(automaticReason === undefined).toBe(row.stages.length > 0);
    });
  });

  it('says in both languages why nobody needs to decide', () => {
    const { automaticReason } = decide({
      kind: 'namespace.delete',
      environment: 'dev',
      stages: [],
    });
    expect(automaticReason).toEqual({
      'zh-CN': expect.stringContaining('释放非生产配额'),
      en: expect.stringContaining('gives back quota'),
    });
  });

  it.each([
    ['a resize that does not say which way it goes', { direction: undefined }],
    ['an amount that is none', { direction: 'grow', cpu: 'plenty' }],
  ])(
    'leave %s to the platform administrators, with the reason',
    (_, changes) => {
      const row = resize('dev', 'grow', changes, []);
      const payload: Record<string, unknown> = JSON.parse(
        JSON.stringify(row.payload),
      );
      const { stages, failure } = decide({ ...row, payload });
      expect(stages).toMatchObject([
        { approvers: [{ platformRole: 'platform-admin' }] },
      ]);
      expect(failure?.en).toMatch(/could not be evaluated/);
    },
  );
});
