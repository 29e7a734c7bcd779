import type { Bilingual } from '@caas/plugin-approvals-common';
import {
  formatMemory,
  RESOURCE_DIMENSIONS,
  type ResourceDimension,
  type Resources,
} from '@caas/plugin-tenancy-common';

const cores = (millicores: number) => millicores / 1000;
const pieces = (count: number, one: string) =>
  `${count} ${one}${count === 1 ? '' : 's'}`;

type Words = {
  name: Bilingual;
  /** The field of a payload that asks for it. */
  field: string;
  amount: (amount: number) => Bilingual;
};

/** How each dimension is spoken of. */
export const DIMENSION_WORDS: Record<ResourceDimension, Words> = {
  cpuMillicores: {
    name: { 'zh-CN': 'CPU', en: 'CPU' },
    field: 'cpu',
    amount: amount => ({
      'zh-CN': `${cores(amount)} 核`,
      en: pieces(cores(amount), 'core'),
    }),
  },
  memoryBytes: {
    name: { 'zh-CN': '内存', en: 'Memory' },
    field: 'memory',
    amount: amount => ({
      'zh-CN': `内存 ${formatMemory(amount)}`,
      en: `${formatMemory(amount)} of memory`,
    }),
  },
  storageBytes: {
    name: { 'zh-CN': '存储', en: 'Storage' },
    field: 'storage',
    amount: amount => ({
      'zh-CN': `存储 ${formatMemory(amount)}`,
      en: `${formatMemory(amount)} of storage`,
    }),
  },
  pods: {
    name: { 'zh-CN': 'Pod', en: 'Pods' },
    field: 'pods',
    amount: amount => ({
      'zh-CN': `${amount} 个 Pod`,
      en: pieces(amount, 'pod'),
    }),
  },
  persistentVolumeClaims: {
    name: { 'zh-CN': '存储卷声明', en: 'Volume claims' },
    field: 'persistentVolumeClaims',
    amount: amount => ({
      'zh-CN': `${amount} 个存储卷声明`,
      en: pieces(amount, 'volume claim'),
    }),
  },
};

/** `2 cores, 4Gi of memory and 20 pods`: every dimension, or those that matter. */
export function describeResources(
  resources: Resources,
  dimensions: readonly ResourceDimension[] = RESOURCE_DIMENSIONS,
): Bilingual {
  const amounts = dimensions.map(dimension =>
    DIMENSION_WORDS[dimension].amount(resources[dimension]),
  );
  const english = amounts.map(({ en }) => en);
  const last = english.pop() ?? '';
  return {
    'zh-CN': amounts.map(amount => amount['zh-CN']).join('、'),
    en: english.length > 0 ? `${english.join(', ')} and ${last}` : last,
  };
}

/** `2 cores and 4Gi`: how large a namespace or a quota is, for a title. */
export function describeSize({
  cpuMillicores,
  memoryBytes,
}: Resources): Bilingual {
  return {
    'zh-CN': `${cores(cpuMillicores)} 核 / ${formatMemory(memoryBytes)}`,
    en: `${pieces(cores(cpuMillicores), 'core')} and ${formatMemory(memoryBytes)}`,
  };
}

/** Both languages of a text that is made of another one. */
export function bilingual(
  write: (language: keyof Bilingual) => string,
): Bilingual {
  return { 'zh-CN': write('zh-CN'), en: write('en') };
}
