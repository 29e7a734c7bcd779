import type {
  Department,
  DepartmentChange,
  NewDepartment,
} from '@caas/plugin-tenancy-common';
import type { DepartmentStore } from '../../database/DepartmentStore';
import type { Clock } from '../../domain/Clock';
import type { Caller, TenantDoor } from './TenantDoor';

type Options = {
  door: TenantDoor;
  departments: DepartmentStore;
  clock: Clock;
  onChange: (tenant: string) => void;
};

/** Keeps the organisation trees of tenants. */
export class DepartmentAdministration {
  static create(options: Options): DepartmentAdministration {
    return new DepartmentAdministration(options);
  }

  private constructor(private readonly options: Options) {}

  async list(
    caller: Pick<Caller, 'access' | 'actor'>,
    tenant: string,
  ): Promise<Department[]> {
    await this.options.door.open(caller, tenant);
    return this.options.departments.list(tenant);
  }

  create(caller: Caller, asked: NewDepartment): Promise<Department> {
    return this.change(caller, asked.tenant, (departments, now) =>
      departments.create(asked, now),
    );
  }

  update(caller: Caller, change: DepartmentChange): Promise<Department> {
    return this.change(caller, change.tenant, (departments, now) =>
      departments.update(change, now),
    );
  }

  delete(
    caller: Caller,
    key: { tenant: string; code: string; version: number },
  ): Promise<Department> {
    return this.change(caller, key.tenant, departments =>
      departments.delete(key),
    );
  }

  private async change(
    caller: Caller,
    tenant: string,
    work: (departments: DepartmentStore, now: Date) => Promise<Department>,
  ): Promise<Department> {
    const { door, departments, clock, onChange } = this.options;
    await door.open(caller, tenant);
    const changed = await work(departments, clock.now());
    onChange(tenant);
    return changed;
  }
}
