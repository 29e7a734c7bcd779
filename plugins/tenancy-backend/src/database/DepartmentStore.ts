import type {
  Department,
  DepartmentChange,
  NewDepartment,
} from '@caas/plugin-tenancy-common';

/** The organisation trees of tenants. A tree never has a circle, whoever changes it at the same time. */
export interface DepartmentStore {
  /** By code. */
  list(tenant: string): Promise<Department[]>;
  /** @throws ConflictError when the code is taken, or the tenant is closed. */
  create(department: NewDepartment, now: Date): Promise<Department>;
  /** @throws NotFoundError, or ConflictError when somebody else was faster. */
  update(change: DepartmentChange, now: Date): Promise<Department>;
  /** @throws ConflictError while somebody is in it, or something stands below it. */
  delete(key: {
    tenant: string;
    code: string;
    version: number;
  }): Promise<Department>;
}
