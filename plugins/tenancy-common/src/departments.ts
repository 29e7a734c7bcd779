import { z } from 'zod';
import { tenantCode } from './schemas';
import { displayName, editedVersion, newCode } from './tenantInputs';

/** How many departments stand above one another, at most. @public */
export const MAX_DEPARTMENT_DEPTH = 8;

/** Code of a department, unique in its tenant. @public */
export const departmentCode = z.string().trim().min(1).max(30);

/** A node of a tenant's organisation tree. @public */
export const department = z.object({
  tenant: tenantCode,
  code: departmentCode,
  name: z.string(),
  nameEn: z.string(),
  /** The department above it; left out right below the tenant. */
  parent: departmentCode.optional(),
  memberCount: z.number().int(),
  version: z.number().int(),
});

/** @public */
export type Department = z.infer<typeof department>;

/** A department to be made. @public */
export const newDepartment = z.object({
  tenant: tenantCode,
  code: newCode('a department code', '部门编码'),
  name: displayName,
  nameEn: displayName,
  parent: departmentCode.optional(),
});

/** @public */
export type NewDepartment = z.infer<typeof newDepartment>;

/** What of a department is to change; what is left out stays, and no parent (null) puts it right below the tenant. @public */
export const departmentChange = z.object({
  tenant: tenantCode,
  code: departmentCode,
  version: editedVersion,
  name: displayName.optional(),
  nameEn: displayName.optional(),
  parent: departmentCode.nullable().optional(),
});

/** @public */
export type DepartmentChange = z.infer<typeof departmentChange>;
