import type { Department } from '@caas/plugin-tenancy-common';

/** A department with those below it. */
export type DepartmentNode = {
  department: Department;
  below: DepartmentNode[];
};

/** The departments as they stand below each other. One whose parent is not there stands right below the tenant. */
export function departmentTree(departments: Department[]): DepartmentNode[] {
  const nodes = new Map(
    departments.map(department => [
      department.code,
      { department, below: [] as DepartmentNode[] },
    ]),
  );
  const roots: DepartmentNode[] = [];
  for (const node of nodes.values()) {
    const parent = nodes.get(node.department.parent ?? '');
    (parent ? parent.below : roots).push(node);
  }
  return roots;
}

/** The codes of a department and of all below it: where it cannot be moved to. */
export function codesBelow(
  departments: Department[],
  code: string,
): Set<string> {
  const found = new Set([code]);
  let count = 0;
  while (count < found.size) {
    count = found.size;
    for (const { code: each, parent } of departments) {
      if (parent && found.has(parent)) found.add(each);
    }
  }
  return found;
}
