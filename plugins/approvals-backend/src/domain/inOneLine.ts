import type { Bilingual } from '@caas/plugin-approvals-common';

/** What the desk itself says in a timeline: written once for all its readers, so in both languages. */
export function inOneLine({ 'zh-CN': chinese, en }: Bilingual): string {
  return chinese === en ? en : `${chinese} / ${en}`;
}
