import type { Bilingual } from '@caas/plugin-approvals-common';
import {
  dimensionsBeyond,
  type Quota,
  type Resources,
} from '@caas/plugin-tenancy-common';
import { bilingual, describeResources, DIMENSION_WORDS } from './describe';
import { leftOf } from './quota';

type Figures = Pick<Quota, 'cluster' | 'environment' | 'hard' | 'allocated'>;

/** Why an approved request cannot be given what it asks for. */
export function quotaExceededSentence(
  tenant: string,
  asked: Resources,
  quota: Figures,
): Bilingual {
  const { cluster, environment, hard } = quota;
  const left = leftOf(quota);
  const short = dimensionsBeyond(asked, left);
  return bilingual(language => {
    const of = (amounts: Resources) =>
      describeResources(amounts, short)[language];
    return language === 'en'
      ? `Tenant '${tenant}' has ${of(left)} left on cluster '${cluster}' in '${environment}', of ${of(hard)}; this asks for ${of(asked)}. Ask for less, or ask a platform administrator to raise the quota`
      : `租户 ${tenant} 在 ${cluster} ${environment} 的配额只剩${of(left)}（共 ${of(hard)}），不足以满足申请的${of(asked)}。请减少用量，或请平台管理员提高配额`;
  });
}

/** Why a request can never be given what it asks for, however empty the pool is. */
export function aboveCapSentence(
  tenant: string,
  asked: Resources,
  quota: Figures,
): Bilingual {
  const [beyond] = dimensionsBeyond(asked, quota.hard);
  const { field } = DIMENSION_WORDS[beyond];
  const { cluster, environment } = quota;
  return bilingual(language => {
    const of = (amounts: Resources) =>
      describeResources(amounts, [beyond])[language];
    return language === 'en'
      ? `${field}: this asks for ${of(asked)}, more than the whole quota of tenant '${tenant}' on cluster '${cluster}' in '${environment}', which is ${of(quota.hard)} (${of(leftOf(quota))} left). Ask for less, or ask a platform administrator to raise the quota`
      : `${field}: 申请的${of(asked)}超过了租户 ${tenant} 在 ${cluster} ${environment} 的全部配额（${of(quota.hard)}，剩余 ${of(leftOf(quota))}）。请减少用量，或请平台管理员提高配额`;
  });
}

/** Why a quota cannot be made as small as a request asks. */
export function belowAllocatedSentence(
  tenant: string,
  wanted: Resources,
  quota: Figures,
): Bilingual {
  const [beyond] = dimensionsBeyond(quota.allocated, wanted);
  const { field } = DIMENSION_WORDS[beyond];
  const { cluster, environment } = quota;
  return bilingual(language => {
    const of = (amounts: Resources) =>
      describeResources(amounts, [beyond])[language];
    return language === 'en'
      ? `${field}: this would leave tenant '${tenant}' ${of(wanted)} on cluster '${cluster}' in '${environment}', and its namespaces hold ${of(quota.allocated)}. Ask for more, or shrink or delete namespaces first`
      : `${field}: 租户 ${tenant} 在 ${cluster} ${environment} 的配额将只有${of(wanted)}，而命名空间已占用${of(quota.allocated)}。请提高用量，或先缩小、删除命名空间`;
  });
}

/** Why a namespace cannot be made as small as a request asks. */
export function belowUsedSentence(
  name: string,
  wanted: Resources,
  used: Resources,
): Bilingual {
  const [beyond] = dimensionsBeyond(used, wanted);
  const { field } = DIMENSION_WORDS[beyond];
  return bilingual(language => {
    const of = (amounts: Resources) =>
      describeResources(amounts, [beyond])[language];
    return language === 'en'
      ? `${field}: namespace '${name}' uses ${of(used)}, and this would leave it ${of(wanted)}. Ask for more, or remove what runs there first`
      : `${field}: 命名空间 ${name} 正在使用${of(used)}，不能只留${of(wanted)}。请提高用量，或先清理其中运行的内容`;
  });
}

/** Why a quota of the tenants file was not taken over. */
export function loweredBelowAllocatedSentence(
  tenant: string,
  quota: Figures,
  wanted: Resources | undefined,
): string {
  const beyond = wanted && dimensionsBeyond(quota.allocated, wanted);
  const change = wanted
    ? `lowers it to ${describeResources(wanted, beyond).en}`
    : 'leaves it out';
  return `The quota of tenant '${tenant}' on cluster '${quota.cluster}' in '${quota.environment}' stays at ${describeResources(quota.hard, beyond).en}: the tenants file ${change}, but ${describeResources(quota.allocated, beyond).en} are allocated. Delete or shrink namespaces first, then start again`;
}
