import { amounts } from '../__testUtils__/definitions';
import { poolItems } from './evidence';
import type { NamespaceRecord } from './namespace';

const facts = {
  quota: {
    cluster: 'nonprod',
    environment: 'dev' as const,
    hard: amounts(8, 16),
    allocated: amounts(3, 4),
    requested: amounts(0, 0),
  },
  asked: amounts(2, 4),
  pending: [],
  existing: [],
};
const pendingFor = (cores: number) => ({
  tenant: 'life',
  cluster: 'nonprod',
  environment: 'dev' as const,
  requestId: `r-${cores}`,
  name: 'life-x-dev',
  resources: amounts(cores, 1),
});
const item = (id: string, changes: Partial<typeof facts> | object = {}) =>
  poolItems({ ...facts, ...changes }).find(found => found.id === id)!;

describe('the evidence of a namespace', () => {
  it('shows the pool with what this request adds', () => {
    expect(item('pool.cpu')).toMatchObject({
      tone: 'neutral',
      gauge: { used: 3000, requested: 2000, limit: 8000, unit: 'millicores' },
      value: {
        'zh-CN': '已分配 3 核，本次申请 2 核，上限 8 核',
        en: '3 cores allocated, 2 cores asked for, 8 cores in all',
      },
    });
    expect(item('pool.memory').gauge).toEqual({
      used: 4 * 2 ** 30,
      requested: 4 * 2 ** 30,
      limit: 16 * 2 ** 30,
      unit: 'bytes',
    });
  });

  it('says what is left after it', () => {
    expect(item('pool.left')).toMatchObject({
      tone: 'good',
      value: {
        'zh-CN': '3 核、内存 8Gi、存储 30Gi、30 个 Pod、15 个存储卷声明',
        en: '3 cores, 8Gi of memory, 30Gi of storage, 30 pods and 15 volume claims',
      },
    });
  });

  it('warns when it does not fit', () => {
    const asked = amounts(6, 1);
    expect(item('pool.cpu', { asked }).tone).toBe('warning');
    expect(item('pool.memory', { asked }).tone).toBe('neutral');
    expect(item('pool.left', { asked })).toMatchObject({
      tone: 'warning',
      value: {
        en: 'Too little: only 5 cores, 50Gi of storage, 50 pods and 25 volume claims are left, and an approval could not be carried out',
      },
    });
  });

  it('mentions other pending requests, and warns when all together do not fit', () => {
    expect(item('pool.pending').value.en).toBe('None');
    expect(item('pool.pending', { pending: [pendingFor(1)] })).toMatchObject({
      tone: 'neutral',
      value: {
        en: '1, for 1 core, 1Gi of memory, 10Gi of storage, 10 pods and 5 volume claims together',
      },
    });
    expect(
      item('pool.pending', { pending: [pendingFor(1), pendingFor(3)] }),
    ).toMatchObject({
      tone: 'warning',
      value: {
        'zh-CN':
          '2 个，共 4 核、内存 2Gi、存储 40Gi、40 个 Pod、20 个存储卷声明；连同本次申请已超出剩余配额',
        en: '2, for 4 cores, 2Gi of memory, 40Gi of storage, 40 pods and 20 volume claims together; with this one they are more than what is left',
      },
    });
  });

  it('names what the tenant already has there, and counts what it does not name', () => {
    expect(item('tenant.namespaces').value.en).toBe('None');
    const existing = Array.from({ length: 12 }, (_, index) => ({
      name: `life-${index}-dev`,
    })) as NamespaceRecord[];
    expect(item('tenant.namespaces', { existing }).value.en).toMatch(
      /^life-0-dev, .*life-9-dev and 2 more$/,
    );
  });
});
