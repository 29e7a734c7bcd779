import type { Bilingual } from '@caas/contract';

/** How a sentence names a node. */
export function nodeNamed(name: string): Bilingual {
  return { 'zh-CN': `节点“${name}”`, en: `node '${name}'` };
}

/** How a sentence names a pod. */
export function podNamed(name: string): Bilingual {
  return { 'zh-CN': `容器组“${name}”`, en: `pod '${name}'` };
}

/** How a sentence names a workload. */
export function workloadNamed(workload: {
  kind: string;
  namespace: string;
  name: string;
}): Bilingual {
  const { kind, namespace, name } = workload;
  return {
    'zh-CN': `${kind}“${namespace}/${name}”`,
    en: `${kind} '${namespace}/${name}'`,
  };
}
