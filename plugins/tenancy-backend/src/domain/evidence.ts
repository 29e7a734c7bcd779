import type { Bilingual, EvidenceItem } from '@caas/plugin-approvals-common';
import {
  addResources,
  dimensionsBeyond,
  NO_RESOURCES,
  RESOURCE_DIMENSIONS,
  subtractResources,
  type Quota,
  type ResourceDimension,
  type Resources,
} from '@caas/plugin-tenancy-common';
import { bilingual, describeResources, DIMENSION_WORDS } from './describe';
import type { NamespaceRecord } from './namespace';
import {
  fits,
  leftOf,
  type QuotaKey,
  type Reservation,
  type TenantQuota,
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

/** What a request takes from a pool, and what else wants it. `asked` is below zero where the request gives back. */
export function poolItems(facts: Facts): EvidenceItem[] {
  return [
    ...RESOURCE_DIMENSIONS.map(dimension => poolGauge(facts, dimension)),
    leftAfter(facts),
    pendingRequests(facts),
    existingNamespaces(facts.existing),
  ];
}

/** The unit of each gauge, as screens and policies know it. */
const UNITS: Record<ResourceDimension, { id: string; unit: string }> = {
  cpuMillicores: { id: 'pool.cpu', unit: 'millicores' },
  memoryBytes: { id: 'pool.memory', unit: 'bytes' },
  storageBytes: { id: 'pool.storage', unit: 'bytes' },
  pods: { id: 'pool.pods', unit: 'pods' },
  persistentVolumeClaims: { id: 'pool.volume-claims', unit: 'volume claims' },
};

function poolGauge(
  { quota, asked }: Pick<Facts, 'quota' | 'asked'>,
  dimension: ResourceDimension,
): EvidenceItem {
  const used = quota.allocated[dimension];
  const requested = asked[dimension];
  const limit = quota.hard[dimension];
  const { name, amount } = DIMENSION_WORDS[dimension];
  const text = (value: number, language: keyof Bilingual) =>
    amount(value)[language];
  return {
    id: UNITS[dimension].id,
    label: {
      'zh-CN': `资源池 ${name['zh-CN']}`,
      en: `${name.en} of the pool`,
    },
    value: {
      'zh-CN': `已分配 ${text(used, 'zh-CN')}，本次申请 ${text(requested, 'zh-CN')}，上限 ${text(limit, 'zh-CN')}`,
      en: `${text(used, 'en')} allocated, ${text(requested, 'en')} asked for, ${text(limit, 'en')} in all`,
    },
    tone: used + requested > limit ? 'warning' : 'neutral',
    gauge: { used, requested, limit, unit: UNITS[dimension].unit },
  };
}

function leftAfter({ quota, asked }: Facts): EvidenceItem {
  const id = 'pool.left';
  const label = { 'zh-CN': '批准后剩余', en: 'Left after approval' };
  const left = leftOf(quota);
  const short = dimensionsBeyond(asked, left);
  if (short.length > 0) {
    const text = describeResources(left, short);
    return {
      id,
      label,
      tone: 'warning',
      value: {
        'zh-CN': `不足：仅剩 ${text['zh-CN']}，批准后无法分配`,
        en: `Too little: only ${text.en} are left, and an approval could not be carried out`,
      },
    };
  }
  return {
    id,
    label,
    tone: 'good',
    value: describeResources(subtractResources(left, asked)),
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
  const sum = pending
    .map(({ resources }) => resources)
    .reduce(addResources, NO_RESOURCES);
  const text = describeResources(sum);
  const areTooMany = !fits(addResources(sum, asked), leftOf(quota));
  return {
    id,
    label,
    tone: areTooMany ? 'warning' : 'neutral',
    value: {
      'zh-CN': `${pending.length} 个，共 ${text['zh-CN']}${areTooMany ? '；连同本次申请已超出剩余配额' : ''}`,
      en: `${pending.length}, for ${text.en} together${areTooMany ? '; with this one they are more than what is left' : ''}`,
    },
  };
}

function existingNamespaces(existing: NamespaceRecord[]): EvidenceItem {
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

/** Each dimension that changes, from what to what. */
export function changeItems(from: Resources, to: Resources): EvidenceItem[] {
  const changed = RESOURCE_DIMENSIONS.filter(
    dimension => from[dimension] !== to[dimension],
  );
  return changed.map(dimension => {
    const { name, amount } = DIMENSION_WORDS[dimension];
    return {
      id: `change.${UNITS[dimension].id.slice('pool.'.length)}`,
      label: bilingual(language =>
        language === 'en' ? `Change of ${name.en}` : `${name['zh-CN']}变化`,
      ),
      value: bilingual(
        language =>
          `${amount(from[dimension])[language]} → ${amount(to[dimension])[language]}`,
      ),
      tone: 'neutral',
    };
  });
}

/** What a new quota leaves room for, and what all tenants together are promised on the cluster. */
export function quotaItems(facts: {
  key: QuotaKey;
  quota?: Quota;
  to: Resources;
  existing: NamespaceRecord[];
  /** Every quota of the cluster. */
  others: TenantQuota[];
}): EvidenceItem[] {
  const { key, quota, to, existing, others } = facts;
  const allocated = quota?.allocated ?? NO_RESOURCES;
  const promised = others
    .filter(
      other =>
        other.tenant !== key.tenant || other.environment !== key.environment,
    )
    .map(({ hard }) => hard)
    .reduce(addResources, to);
  return [
    {
      id: 'quota.allocated',
      label: { 'zh-CN': '已分配给命名空间', en: 'Held by namespaces' },
      tone: 'neutral',
      value: describeResources(allocated),
    },
    {
      id: 'quota.left',
      label: { 'zh-CN': '批准后剩余', en: 'Left after approval' },
      tone: 'good',
      value: describeResources(subtractResources(to, allocated)),
    },
    {
      id: 'cluster.promised',
      label: {
        'zh-CN': '批准后该集群所有租户配额合计',
        en: 'Promised to all tenants of the cluster after approval',
      },
      tone: 'neutral',
      value: describeResources(promised),
    },
    existingNamespaces(existing),
  ];
}

const CHECKS: Record<'create' | 'resize' | 'quota', Bilingual> = {
  create: {
    'zh-CN':
      '名称可用；集群支持该环境与分区；不超过配额上限；默认拒绝跨租户流量，仅允许租户内流量与 DNS',
    en: 'The name is free; the cluster takes the environment and the partition; within the quota; all traffic but that within the tenant and DNS will be denied',
  },
  resize: {
    'zh-CN': '不低于命名空间当前占用；不超过配额上限；没有其他待批变更',
    en: 'Not below what the namespace holds now; within the quota; no other change of it is pending',
  },
  quota: {
    'zh-CN': '不低于已分配给命名空间的资源；集群支持该环境',
    en: 'Not below what namespaces hold; the cluster takes the environment',
  },
};

/** What was checked before the request came this far, and is checked again when it is carried out. */
export function checkItem(kind: keyof typeof CHECKS): EvidenceItem {
  return {
    id: 'checks',
    label: { 'zh-CN': '已通过的检查', en: 'Checks passed' },
    tone: 'good',
    value: CHECKS[kind],
  };
}
