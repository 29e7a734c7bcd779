import { ConflictError } from '@backstage/errors';
import type { Bilingual } from '@caas/plugin-approvals-common';
import { inBothLanguages } from './inBothLanguages';

/** Refuses an edit that was not made from what is there now. */
export function assertVersion(
  what: Bilingual,
  current: number,
  edited: number,
): void {
  if (current === edited) return;
  throw inBothLanguages(ConflictError, {
    'zh-CN': `已有人先行修改：${what['zh-CN']}现为版本 ${current}，您修改的是版本 ${edited}。请刷新后重新修改`,
    en: `Somebody else was faster: ${what.en} is at version ${current}, and you edited version ${edited}. Load it again and repeat your change`,
  });
}
