import type { Bilingual } from '@caas/contract';
import {
  isProtectedKey,
  type LabelChange,
  type TaintChange,
} from '@caas/plugin-clusters-common';

/** Why nobody may change a label or a taint with this key here, in a sentence, or undefined. */
export function refuseKey(key: string): Bilingual | undefined {
  if (!isProtectedKey(key)) return undefined;
  const [domain, name] = key.split('/');
  const isOurs = domain.endsWith('caas.io');
  return {
    'zh-CN': `“${key}”属于${isOurs ? '门户' : ' Kubernetes'}，由其程序设置和使用。请使用自己的键，例如“example.com/${name}”`,
    en: `'${key}' belongs to ${isOurs ? 'the portal' : 'Kubernetes'}, whose programs set it and rely on it: choose a key of your own, such as 'example.com/${name}'.`,
  };
}

type Taint = { key: string; value?: string; effect: string };

/** What stands there now in place of what the person saw. */
function isNow(what: Bilingual, value: string | null): Bilingual {
  return value === null
    ? {
        'zh-CN': `${what['zh-CN']}现已不存在`,
        en: `${what.en} is not there now`,
      }
    : {
        'zh-CN': `${what['zh-CN']}现为“${value}”`,
        en: `${what.en} is '${value}' now`,
      };
}

/** What differs from what the person saw, a sentence each. What is as they want it already is no difference. */
export function labelConflicts(
  labels: Record<string, string>,
  changes: readonly LabelChange[],
): Bilingual[] {
  return changes
    .map(change => ({ ...change, now: labels[change.key] ?? null }))
    .filter(({ now, from, to }) => now !== from && now !== to)
    .map(({ key, now }) =>
      isNow({ 'zh-CN': `标签“${key}”`, en: `the label '${key}'` }, now),
    );
}

/** The labels with the changes; a merge patch takes away what is null. */
export function labelPatch(
  changes: readonly LabelChange[],
): Record<string, string | null> {
  return Object.fromEntries(changes.map(({ key, to }) => [key, to]));
}

const isSameTaint = (one: Taint, other: { key: string; effect: string }) =>
  one.key === other.key && one.effect === other.effect;

/** The same for taints, which are named by key and effect. */
export function taintConflicts(
  taints: readonly Taint[],
  changes: readonly TaintChange[],
): Bilingual[] {
  return changes
    .map(change => {
      const found = taints.find(taint => isSameTaint(taint, change));
      return { ...change, now: found ? (found.value ?? '') : null };
    })
    .filter(({ now, from, to }) => now !== from && now !== to)
    .map(({ key, effect, now }) =>
      isNow(
        {
          'zh-CN': `污点“${key}:${effect}”`,
          en: `the taint '${key}:${effect}'`,
        },
        now,
      ),
    );
}

/** All taints after the changes: Kubernetes knows the list only as a whole. */
export function taintsAfter<T extends Taint>(
  taints: readonly T[],
  changes: readonly TaintChange[],
): (T | Taint)[] {
  const isChanged = (taint: Taint) =>
    changes.some(
      change => isSameTaint(taint, change) && (taint.value ?? '') !== change.to,
    );
  const isThere = (change: TaintChange) =>
    taints.some(
      taint => isSameTaint(taint, change) && (taint.value ?? '') === change.to,
    );
  return [
    ...taints.filter(taint => !isChanged(taint)),
    ...changes
      .filter(change => change.to !== null && !isThere(change))
      .map(({ key, effect, to }) => ({
        key,
        effect,
        ...(to && { value: to }),
      })),
  ];
}
