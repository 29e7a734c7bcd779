import type { Bilingual } from '@caas/plugin-approvals-common';
import type { Tenant } from './tenant';

type State = Tenant['state'];

/** Which state may follow which. The same state again is no change. */
const NEXT: Record<State, readonly State[]> = {
  active: ['suspended', 'closed'],
  suspended: ['active', 'closed'],
  closed: ['active'],
};

const CHINESE: Record<State, string> = {
  active: '正常',
  suspended: '已停用',
  closed: '已关闭',
};

/** Why a tenant cannot get a state; undefined when it can, or has it. */
export function whyNotState(from: State, to: State): Bilingual | undefined {
  if (from === to || NEXT[from].includes(to)) return undefined;
  const next = NEXT[from].map(state => `“${CHINESE[state]}”`);
  return {
    'zh-CN': `“${CHINESE[from]}”的租户不能变为“${CHINESE[to]}”，只能变为${next.join('或')}`,
    en: `A tenant that is ${from} cannot become ${to}; it can become ${NEXT[from].join(' or ')}`,
  };
}

/** Said when a tenant still has namespaces and shall be closed. */
export function namespacesInTheWaySentence(
  code: string,
  names: readonly string[],
  count: number,
): Bilingual {
  const more = count > names.length ? ` and ${count - names.length} more` : '';
  const inAll = count > names.length ? ` 等 ${count} 个` : '';
  return {
    'zh-CN': `租户“${code}”还有命名空间，不能关闭：${names.join('、')}${inAll}。请先删除它们`,
    en: `Tenant '${code}' cannot be closed while it has namespaces: ${names.join(', ')}${more}. Have them deleted first`,
  };
}

/** Said when something is to change in a tenant that is closed. */
export function closedSentence(code: string): Bilingual {
  return {
    'zh-CN': `租户“${code}”已关闭，不能再更改。请联系平台管理员重新启用`,
    en: `Tenant '${code}' is closed and does not change any more. Ask a platform administrator to reopen it`,
  };
}

/** Said when a tenant that is not active, or not there any more, is to be given something. */
export function receivesNothingSentence(
  code: string,
  state: State | undefined,
): Bilingual {
  return {
    'zh-CN': `租户“${code}”${state ? CHINESE[state] : '不存在'}，不能获得新的资源`,
    en: `Tenant '${code}' is ${state ?? 'unknown'} and receives nothing new`,
  };
}
