import type { Bilingual } from '@caas/plugin-approvals-common';
import {
  MAX_DEPARTMENT_DEPTH,
  type Department,
} from '@caas/plugin-tenancy-common';

type Node = Pick<Department, 'code' | 'parent'>;

/**
 * Why a department cannot stand under another one: there is no such department, it would stand below itself, or the tree
 * would be too deep. Undefined when it can.
 */
export function whyNotUnder(
  tree: readonly Node[],
  code: string,
  parent: string,
): Bilingual | undefined {
  const byCode = new Map(tree.map(node => [node.code, node]));
  if (!byCode.has(parent)) {
    return {
      'zh-CN': `parent: 该租户没有部门“${parent}”。请选择已有的部门，或不选`,
      en: `parent: there is no department '${parent}' in this tenant. Choose one that exists, or none`,
    };
  }
  const above = pathTo(byCode, parent);
  if (above.includes(code)) {
    const circle = [
      ...above.slice(0, above.indexOf(code) + 1).reverse(),
      code,
    ].join(' > ');
    return {
      'zh-CN': `parent: 部门“${code}”不能位于自身之下（${circle}）。请选择其他上级部门`,
      en: `parent: department '${code}' cannot stand below itself (${circle}). Choose another parent`,
    };
  }
  if (above.length + heightOf(tree, code) > MAX_DEPARTMENT_DEPTH) {
    return {
      'zh-CN': `parent: 组织架构不能超过 ${MAX_DEPARTMENT_DEPTH} 层。请选择更高层的上级部门`,
      en: `parent: the tree would be deeper than ${MAX_DEPARTMENT_DEPTH} departments. Choose a parent that stands higher`,
    };
  }
  return undefined;
}

/** The department and those above it, upwards. */
function pathTo(byCode: Map<string, Node>, code: string): string[] {
  const path: string[] = [];
  let at: string | undefined = code;
  while (at !== undefined && !path.includes(at)) {
    path.push(at);
    at = byCode.get(at)?.parent;
  }
  return path;
}

/** How many departments stand in the longest line from this one down; one for a new one. */
function heightOf(tree: readonly Node[], code: string): number {
  const children = tree.filter(({ parent }) => parent === code);
  return 1 + Math.max(0, ...children.map(child => heightOf(tree, child.code)));
}
