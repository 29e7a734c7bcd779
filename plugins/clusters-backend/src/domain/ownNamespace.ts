import type { Bilingual } from '@caas/contract';
import { LABELS } from '@caas/plugin-clusters-common';
import { isSameObject, type ApplySetRecord, type ObjectKey } from './applySet';
import { tenantOf } from './guardRails';
import type { LiveObject } from './LiveObject';

export function namespaceKey(name: string): ObjectKey {
  return { apiVersion: 'v1', kind: 'Namespace', name };
}

/**
 * Why a namespace that stands on a cluster is not the one that an apply set made, in a sentence; undefined when it is.
 *
 * All of it must be so before anything in there is stopped, or it is deleted: the label of the set, the label of the
 * tenant, and the UID that the cluster gave it when the set made it. A copy of the labels is not enough, and neither is the
 * name: somebody may have made another one since.
 */
export function refuseForeign(
  set: Pick<ApplySetRecord, 'id' | 'cluster' | 'tenant' | 'inventory'>,
  live: LiveObject,
): Bilingual | undefined {
  const { name = '', uid, labels } = live.metadata;
  const where = `Namespace '${name}' on cluster '${set.cluster}'`;
  const inChinese = `集群“${set.cluster}”上的命名空间“${name}”`;
  const tenant = tenantOf(live);
  if (tenant !== set.tenant) {
    return {
      'zh-CN': `${inChinese}的租户标签是“${tenant ?? ''}”，不是“${set.tenant}”，因此不作任何更改。如果它属于您，请恢复标签“${LABELS.tenant}”`,
      en: `${where} carries the tenant '${tenant ?? ''}', and not '${set.tenant}': it is left alone. Put its label '${LABELS.tenant}' back if it is yours`,
    };
  }
  if (labels?.[LABELS.partOf] !== set.id) {
    return {
      'zh-CN': `${inChinese}不是由应用集“${set.id}”创建的，因此不作任何更改`,
      en: `${where} was not made by the apply set '${set.id}': it is left alone`,
    };
  }
  const made = set.inventory.find(entry =>
    isSameObject(entry, namespaceKey(name)),
  );
  if (!made?.uid || made.uid !== uid) {
    return {
      'zh-CN': `${inChinese}不是门户创建的那一个：其 UID 是“${uid}”，不是“${made?.uid ?? '已知的'}”，因此不作任何更改`,
      en: `${where} is another one than the portal made: its UID is '${uid}', and not '${made?.uid ?? 'known'}'. It is left alone`,
    };
  }
  return undefined;
}
