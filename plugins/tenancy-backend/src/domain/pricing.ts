import type { EvidenceItem } from '@caas/plugin-approvals-common';
import type { Resources } from '@caas/plugin-tenancy-common';

/** What a month of each costs. Pods and volume claims cost nothing by themselves. */
export type Pricing = {
  /** ISO 4217, such as `CNY`. */
  currency: string;
  cpuCore: number;
  memoryGibibyte: number;
  storageGibibyte: number;
};

const GIBIBYTE = 2 ** 30;
const LABEL = { 'zh-CN': '每月费用', en: 'Monthly cost' };

/** What amounts cost a month, to two places. Below zero for what is given back. */
export function monthlyCost(
  pricing: Pricing,
  amounts: Pick<Resources, 'cpuMillicores' | 'memoryBytes' | 'storageBytes'>,
): number {
  const cost =
    (amounts.cpuMillicores / 1000) * pricing.cpuCore +
    (amounts.memoryBytes / GIBIBYTE) * pricing.memoryGibibyte +
    (amounts.storageBytes / GIBIBYTE) * pricing.storageGibibyte;
  return Math.round(cost * 100) / 100;
}

/** The cost of what is asked for, and what it adds to the cost of what is held. */
export function costItem(
  pricing: Pricing,
  { from, to }: { from?: Resources; to: Resources },
): EvidenceItem {
  const after = monthlyCost(pricing, to);
  const write = (amount: number, language: string) =>
    new Intl.NumberFormat(language, {
      style: 'currency',
      currency: pricing.currency,
    }).format(amount);
  if (!from) {
    return {
      id: 'monthly-cost',
      label: LABEL,
      tone: 'neutral',
      value: {
        'zh-CN': `每月 ${write(after, 'zh-CN')}`,
        en: `${write(after, 'en')} a month`,
      },
    };
  }
  const added = Math.round((after - monthlyCost(pricing, from)) * 100) / 100;
  const signed = (language: string) =>
    `${added < 0 ? '−' : '+'}${write(Math.abs(added), language)}`;
  return {
    id: 'monthly-cost',
    label: LABEL,
    tone: 'neutral',
    value: {
      'zh-CN': `每月 ${write(after, 'zh-CN')}（${signed('zh-CN')}）`,
      en: `${write(after, 'en')} a month (${signed('en')})`,
    },
  };
}
