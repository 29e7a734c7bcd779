import type { EvidenceItem } from '@caas/plugin-approvals-common';
import {
  formatMemory,
  type Quota,
  type Resources,
} from '@caas/plugin-tenancy-common';
import type { NamespaceRecord } from './namespace';
import {
  add,
  describeResources,
  describeResourcesInChinese,
  fits,
  leftOf,
  NOTHING,
  subtract,
  type Reservation,
} from './quota';

type Facts = {
  quota: Quota;
  asked: Resources;
  /** Other pending requests of the same quota. */
  pending: Reservation[];
  /** What the tenant already has in the same quota. */
  existing: NamespaceRecord[];
};

const NAMES_SHOWN = 10;

/** What speaks for and against creating a namespace. */
export function namespaceEvidence(facts: Facts): EvidenceItem[] {
  return [
    cpuGauge(facts),
    memoryGauge(facts),
    leftAfter(facts),
    pendingRequests(facts),
    existingNamespaces(facts),
  ];
}

function cpuGauge({ quota, asked }: Facts): EvidenceItem {
  const used = quota.allocated.cpuMillicores;
  const requested = asked.cpuMillicores;
  const limit = quota.hard.cpuMillicores;
  const cores = (millicores: number) => millicores / 1000;
  return {
    id: 'pool.cpu',
    label: { 'zh-CN': '资源池 CPU', en: 'CPU of the pool' },
    value: {
      'zh-CN': `已分配 ${cores(used)} 核，本次申请 ${cores(requested)} 核，上限 ${cores(limit)} 核`,
      en: `${cores(used)} cores allocated, ${cores(requested)} asked for, ${cores(limit)} in all`,
    },
    tone: used + requested > limit ? 'warning' : 'neutral',
    gauge: { used, requested, limit, unit: 'millicores' },
  };
}

function memoryGauge({ quota, asked }: Facts): EvidenceItem {
  const used = quota.allocated.memoryBytes;
  const requested = asked.memoryBytes;
  const limit = quota.hard.memoryBytes;
  return {
    id: 'pool.memory',
    label: { 'zh-CN': '资源池内存', en: 'Memory of the pool' },
    value: {
      'zh-CN': `已分配 ${formatMemory(used)}，本次申请 ${formatMemory(requested)}，上限 ${formatMemory(limit)}`,
      en: `${formatMemory(used)} allocated, ${formatMemory(requested)} asked for, ${formatMemory(limit)} in all`,
    },
    tone: used + requested > limit ? 'warning' : 'neutral',
    gauge: { used, requested, limit, unit: 'bytes' },
  };
}

function leftAfter({ quota, asked }: Facts): EvidenceItem {
  const id = 'pool.left';
  const label = { 'zh-CN': '批准后剩余', en: 'Left after approval' };
  const left = leftOf(quota);
  if (!fits(asked, left)) {
    return {
      id,
      label,
      tone: 'warning',
      value: {
        'zh-CN': `不足：仅剩 ${describeResourcesInChinese(left)}，批准后无法分配`,
        en: `Too little: only ${describeResources(left)} are left, and an approval could not be carried out`,
      },
    };
  }
  const after = subtract(left, asked);
  return {
    id,
    label,
    tone: 'good',
    value: {
      'zh-CN': describeResourcesInChinese(after),
      en: describeResources(after),
    },
  };
}

function pendingRequests({ quota, asked, pending }: Facts): EvidenceItem {
  const id = 'pool.pending';
  const label = {
    'zh-CN': '同一资源池的其他待批申请',
    en: 'Other pending requests of this pool',
  };
  if (pending.length === 0) {
    return { id, label, tone: 'neutral', value: { 'zh-CN': '无', en: 'None' } };
  }
  const sum = pending.map(({ resources }) => resources).reduce(add, NOTHING);
  const areTooMany = !fits(add(sum, asked), leftOf(quota));
  return {
    id,
    label,
    tone: areTooMany ? 'warning' : 'neutral',
    value: {
      'zh-CN': `${pending.length} 个，共 ${describeResourcesInChinese(sum)}${areTooMany ? '；连同本次申请已超出剩余配额' : ''}`,
      en: `${pending.length}, for ${describeResources(sum)} together${areTooMany ? '; with this one they are more than what is left' : ''}`,
    },
  };
}

function existingNamespaces({ existing }: Facts): EvidenceItem {
  const names = existing.slice(0, NAMES_SHOWN).map(({ name }) => name);
  const more = existing.length - names.length;
  return {
    id: 'tenant.namespaces',
    label: { 'zh-CN': '该租户在此已有的命名空间', en: 'Namespaces held here' },
    tone: 'neutral',
    value:
      existing.length === 0
        ? { 'zh-CN': '无', en: 'None' }
        : {
            'zh-CN': `${names.join('、')}${more ? ` 等 ${existing.length} 个` : ''}`,
            en: `${names.join(', ')}${more ? ` and ${more} more` : ''}`,
          },
  };
}
