import type { z } from 'zod';
import {
  NAMESPACE_NAME_MAX,
  namespaceCreatePayload,
  namespaceNameOf,
  namespaceShortName,
} from './namespaceCreate';
import { namespaceDeletePayload } from './namespaceDelete';
import { namespaceRenewPayload } from './namespaceRenew';
import { namespaceResizePayload } from './namespaceResize';
import { tenantQuotaPayload } from './tenantQuota';

const problems = (schema: z.ZodType, input: unknown) =>
  (schema.safeParse(input).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );

const amounts = {
  cpu: '2',
  memory: '4Gi',
  storage: '0',
  pods: 20,
  persistentVolumeClaims: 0,
};
const create = {
  name: 'pay',
  cluster: 'nonprod',
  environment: 'dev',
  cpu: '2',
  memory: '4Gi',
};

describe('the name of a namespace', () => {
  it.each(['ab', 'pay-2', 'a'.repeat(NAMESPACE_NAME_MAX)])(
    'may be %s',
    name => {
      expect(namespaceShortName.parse(` ${name} `)).toBe(name);
    },
  );

  it.each([
    ['a', 'A name has at least 2 characters'],
    ['a'.repeat(NAMESPACE_NAME_MAX + 1), 'A name has at most 24 characters'],
    ...['Pay', '2pay', 'pay-', '-pay', 'pay_2', 'pay.2', '支付', 'a\nb'].map(
      name => [
        name,
        'A name is made of lower case letters, digits and hyphens, starts with a letter and does not end with a hyphen',
      ],
    ),
  ])('may not be %j', (name, sentence) => {
    expect(problems(namespaceShortName, name)).toEqual([`: ${sentence}`]);
  });

  it('fits Kubernetes with the longest tenant and environment', () => {
    const name = 'a'.repeat(NAMESPACE_NAME_MAX);
    const payload = { name, environment: 'staging' };
    expect(namespaceNameOf('t'.repeat(30), payload)).toHaveLength(63);
    expect(namespaceNameOf('life', { ...payload, name: 'pay' })).toBe(
      'life-pay-staging',
    );
  });
});

describe('the payload of a new namespace', () => {
  it('may leave out what has a usual amount, and where it is to stand', () => {
    expect(namespaceCreatePayload.parse(create)).toEqual(create);
  });

  it('loses fields that no form has', () => {
    const smuggled = { ...create, tenant: 'property', approved: true };
    expect(namespaceCreatePayload.parse(smuggled)).toEqual(create);
  });

  it('says everything that is wrong, where it was written', () => {
    expect(
      problems(namespaceCreatePayload, {
        ...create,
        cpu: 'two',
        memory: '9Ti',
        pods: '-1',
        cluster: ' ',
        partition: '',
        leaseUntil: '2026-02-30',
      }).sort(),
    ).toEqual([
      'cluster: Choose a cluster',
      "cpu: 'two' is not an amount of CPU: write cores, such as 2, 1.5 or 500m",
      'leaseUntil: There is no such day: write the day as 2026-12-31',
      "memory: '9Ti' is out of range: ask for 64Mi to 8Ti",
      'partition: Choose a partition, or leave it out',
      "pods: '-1' is not a number of pods: write a whole number from 0 to 100000",
    ]);
  });
});

describe('the payload of a change', () => {
  it('names a namespace', () => {
    const day = { leaseUntil: '2026-12-31' };
    for (const [schema, rest] of [
      [namespaceDeletePayload, {}],
      [namespaceRenewPayload, day],
      [namespaceResizePayload, amounts],
    ] as const) {
      expect(problems(schema, { ...rest, namespace: 'ns-1' })).toEqual([]);
      for (const namespace of [undefined, null, 7, ' ']) {
        expect(problems(schema, { ...rest, namespace })).toEqual([
          'namespace: Choose a namespace',
        ]);
      }
      expect(
        problems(schema, { ...rest, namespace: 'x'.repeat(65) }),
      ).toHaveLength(1);
    }
  });

  it('of a size is the whole size', () => {
    const { pods: _, ...rest } = amounts;
    expect(
      problems(namespaceResizePayload, { ...rest, namespace: 'ns-1' }),
    ).toHaveLength(1);
  });

  it('of a quota may take everything away, and no more than everything', () => {
    const place = { cluster: 'nonprod', environment: 'dev' };
    const nothing = { ...amounts, cpu: '0', memory: '0', pods: 0 };
    expect(problems(tenantQuotaPayload, { ...place, ...nothing })).toEqual([]);
    expect(
      problems(tenantQuotaPayload, { ...place, ...nothing, pods: -1 }),
    ).toEqual([
      "pods: '-1' is not a number of pods: write a whole number from 0 to 100000",
    ]);
  });
});
