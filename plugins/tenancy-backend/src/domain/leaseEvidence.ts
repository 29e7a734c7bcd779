import type { EvidenceItem } from '@caas/plugin-approvals-common';
import { lastDayOf, type NamespaceExport } from '@caas/plugin-tenancy-common';
import { describeSize } from './describe';
import type { Holder, Lease } from './lease';
import type { NamespaceRecord } from './namespace';

/** What is so far, and what would be. */
export function leaseItems(lease: Lease, leaseUntil: string): EvidenceItem[] {
  const before = lastDayOf(lease.until);
  return [
    {
      id: 'lease',
      label: { 'zh-CN': '租期', en: 'Lease' },
      value: {
        'zh-CN': `${before} → ${leaseUntil}`,
        en: `${before} → ${leaseUntil}`,
      },
      tone: 'neutral',
    },
    ...(lease.stoppedAt
      ? [
          {
            id: 'lease.stopped',
            label: { 'zh-CN': '当前状态', en: 'Now' },
            value: {
              'zh-CN': '已停止运行；续期后恢复运行',
              en: 'Stopped; a renewal runs it again',
            },
            tone: 'warning' as const,
          },
        ]
      : []),
  ];
}

/** What a deletion takes away, and what would miss it. */
export function deletionItems(
  namespace: NamespaceRecord,
  holders: Holder[] | undefined,
  kept: NamespaceExport[],
): EvidenceItem[] {
  const size = describeSize(namespace.resources);
  return [
    {
      id: 'gives-back',
      label: { 'zh-CN': '归还配额', en: 'Gives back' },
      value: size,
      tone: 'good',
    },
    holdersItem(holders),
    {
      id: 'exports',
      label: { 'zh-CN': '已保存的清单', en: 'Manifests that are kept' },
      value: {
        'zh-CN': `${kept.length} 份；删除前再保存一份（不含密钥内容）`,
        en: `${kept.length}; once more before the deletion, without what secrets hold`,
      },
      tone: 'neutral',
    },
    {
      id: 'data',
      label: { 'zh-CN': '数据', en: 'Data' },
      value: {
        'zh-CN': '存储卷中的数据随命名空间删除，无法恢复',
        en: 'What its volumes hold goes with it, and cannot be brought back',
      },
      tone: 'warning',
    },
  ];
}

const SHOWN = 5;

function holdersItem(holders: Holder[] | undefined): EvidenceItem {
  const label = { 'zh-CN': '依赖方', en: 'What needs it' };
  if (!holders) {
    return {
      id: 'dependants',
      label,
      value: { 'zh-CN': '暂时无法查询', en: 'Cannot be found out now' },
      tone: 'warning',
    };
  }
  if (holders.length === 0) {
    return {
      id: 'dependants',
      label,
      value: { 'zh-CN': '没有', en: 'Nothing' },
      tone: 'good',
    };
  }
  const names = holders
    .slice(0, SHOWN)
    .map(({ name }) => name)
    .join(', ');
  return {
    id: 'dependants',
    label,
    value: {
      'zh-CN': `${holders.length} 项：${names}`,
      en: `${holders.length}: ${names}`,
    },
    tone: 'warning',
  };
}
