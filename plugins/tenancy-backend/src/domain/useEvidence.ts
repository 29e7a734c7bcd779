import type { EvidenceItem } from '@caas/plugin-approvals-common';
import type { ClusterDetail } from '@caas/plugin-clusters-common';
import {
  RESOURCE_DIMENSIONS,
  type ResourceDimension,
  type Resources,
} from '@caas/plugin-tenancy-common';
import { bilingual, DIMENSION_WORDS } from './describe';
import type { Use } from './namespaceUse';

const LABELS = {
  pool: { 'zh-CN': '资源池当前用量', en: 'Use of the pool now' },
  namespace: { 'zh-CN': '命名空间当前用量', en: 'Use of the namespace now' },
};
const PEAK_LABELS = {
  pool: { 'zh-CN': '资源池两周峰值', en: 'Two-week peak of the pool' },
  namespace: {
    'zh-CN': '命名空间两周峰值',
    en: 'Two-week peak of the namespace',
  },
};
const UNKNOWN = {
  'zh-CN': '集群暂未提供用量，请到集群页面查看',
  en: 'The clusters do not tell now: look at the page of the cluster',
};
const UNMEASURED = { 'zh-CN': '尚无测量数据', en: 'Nothing was measured yet' };

/** What is used now, and the highest use of two weeks. Where nobody tells, it says so: an approver should know. */
export function useItems(
  of: 'pool' | 'namespace',
  use: Use | undefined,
  /** What there would be after approval, where it becomes less. */
  after?: Resources,
): EvidenceItem[] {
  return [
    {
      id: `${of}.used`,
      label: LABELS[of],
      tone: 'neutral',
      value: use ? describeKnown(use.used) : UNKNOWN,
    },
    {
      id: `${of}.peak`,
      label: PEAK_LABELS[of],
      tone: use && after && isBeyond(use.peak, after) ? 'warning' : 'neutral',
      value: use ? describeKnown(use.peak) : UNKNOWN,
    },
  ];
}

/** What the nodes give that its pods may run on, and what is promised of it. */
export function capacityItem(
  cluster: ClusterDetail | undefined,
  partition?: string,
): EvidenceItem {
  const id = 'cluster.capacity';
  const label = partition
    ? {
        'zh-CN': `分区 ${partition} 的容量`,
        en: `Capacity of partition ${partition}`,
      }
    : { 'zh-CN': '集群容量', en: 'Capacity of the cluster' };
  const found = partition
    ? cluster?.partitions.find(({ name }) => name === partition)?.capacity
    : cluster?.capacity;
  if (!found) return { id, label, tone: 'neutral', value: UNKNOWN };
  const give = describeKnown(found.allocatable);
  const asked = describeKnown(found.requested);
  return {
    id,
    label,
    tone: 'neutral',
    value: {
      'zh-CN': `节点可提供 ${give['zh-CN']}；现有 Pod 已申请 ${asked['zh-CN']}`,
      en: `Its nodes give ${give.en}; the pods there have asked for ${asked.en}`,
    },
  };
}

function describeKnown(amounts: Partial<Resources>) {
  const known = RESOURCE_DIMENSIONS.flatMap(dimension => {
    const amount = amounts[dimension];
    return amount === undefined ? [] : [amountText(dimension, amount)];
  });
  if (known.length === 0) return UNMEASURED;
  return bilingual(language =>
    known.map(amount => amount[language]).join(language === 'en' ? ', ' : '、'),
  );
}

const MEBIBYTE = 2 ** 20;
const STEPS: Record<ResourceDimension, number> = {
  cpuMillicores: 10,
  memoryBytes: MEBIBYTE,
  storageBytes: MEBIBYTE,
  pods: 1,
  persistentVolumeClaims: 1,
};

/** Measured amounts are not round: hundredths of a core and whole mebibytes are exact enough. */
function amountText(dimension: ResourceDimension, amount: number) {
  const step = STEPS[dimension];
  return DIMENSION_WORDS[dimension].amount(Math.round(amount / step) * step);
}

function isBeyond(use: Partial<Resources>, room: Resources): boolean {
  return RESOURCE_DIMENSIONS.some(
    dimension => (use[dimension] ?? 0) > room[dimension],
  );
}
