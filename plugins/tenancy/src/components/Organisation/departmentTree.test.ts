import type { Department } from '@caas/plugin-tenancy-common';
import { codesBelow, departmentTree } from './departmentTree';

const department = (code: string, parent?: string): Department => ({
  tenant: 'life',
  code,
  name: code,
  nameEn: code,
  parent,
  memberCount: 0,
  version: 1,
});

const departments = [
  department('motor', 'claims'),
  department('claims'),
  department('lost', 'gone'),
  department('motor-north', 'motor'),
];

it('puts departments below each other, whatever their order, and loses none', () => {
  expect(departmentTree(departments)).toEqual([
    {
      department: departments[1],
      below: [
        {
          department: departments[0],
          below: [{ department: departments[3], below: [] }],
        },
      ],
    },
    { department: departments[2], below: [] },
  ]);
});

it('finds everything below a department, where it cannot be moved to', () => {
  expect(codesBelow(departments, 'claims')).toEqual(
    new Set(['claims', 'motor', 'motor-north']),
  );
  expect(codesBelow(departments, 'lost')).toEqual(new Set(['lost']));
});
