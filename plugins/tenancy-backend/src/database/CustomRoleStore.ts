import type {
  CustomRole,
  CustomRoleChange,
  NewCustomRole,
} from '@caas/plugin-tenancy-common';

/** The roles that tenants make for themselves. */
export interface CustomRoleStore {
  /** By code. */
  list(tenant: string): Promise<CustomRole[]>;
  /** @throws NotFoundError */
  get(tenant: string, code: string): Promise<CustomRole>;
  /** @throws ConflictError when the code is taken, or the tenant is closed. */
  create(role: NewCustomRole, now: Date): Promise<CustomRole>;
  /** @throws NotFoundError, or ConflictError when somebody else was faster. */
  update(change: CustomRoleChange, now: Date): Promise<CustomRole>;
  /** @throws ConflictError while somebody has it. */
  delete(key: {
    tenant: string;
    code: string;
    version: number;
  }): Promise<CustomRole>;
}
