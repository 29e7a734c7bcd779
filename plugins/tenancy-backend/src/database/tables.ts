import type {
  Environment,
  Namespace,
  Resources,
  Tenant,
  TenantRole,
} from '@caas/plugin-tenancy-common';
import type { NamespaceStep } from '../domain/namespace';

/** PostgreSQL answers bigint as text, SQLite as a number. */
type BigInteger = number | string;

export type DbTenantRow = {
  code: string;
  name: string;
  name_en: string;
  state: Tenant['state'];
  group_ref: string;
  contacts: string;
  updated_at: string;
};

export type DbMemberRow = {
  tenant: string;
  user_ref: string;
  role: TenantRole;
};

export type DbGroupClaimRow = { user_ref: string; seen_at: string };

export type DbClaimedGroupRow = { user_ref: string; group_name: string };

type DbAmounts = { cpu_millicores: BigInteger; memory_bytes: BigInteger };

export type DbQuotaRow = {
  tenant: string;
  cluster: string;
  environment: Environment;
  hard_cpu_millicores: BigInteger;
  hard_memory_bytes: BigInteger;
  allocated_cpu_millicores: BigInteger;
  allocated_memory_bytes: BigInteger;
  updated_at: string;
};

export type DbAllocationRow = DbAmounts & {
  request_id: string;
  namespace_id: string;
  tenant: string;
  cluster: string;
  environment: Environment;
  created_at: string;
};

export type DbReservationRow = DbAmounts & {
  request_id: string;
  tenant: string;
  cluster: string;
  environment: Environment;
  name: string;
  state: 'held' | 'settled';
  updated_at: string;
};

export type DbNamespaceRow = DbAmounts & {
  id: string;
  name: string;
  tenant: string;
  cluster: string;
  environment: Environment;
  purpose: string;
  state: Namespace['state'];
  step: NamespaceStep;
  message: string | null;
  request_id: string;
  requester: string;
  generation: number;
  failure_told: boolean | number;
  next_run_at: string;
  ticket: string | null;
  attempts: number;
  last_error: string | null;
  created_at: string;
  updated_at: string;
};

export function resourcesOf(row: DbAmounts): Resources {
  return {
    cpuMillicores: Number(row.cpu_millicores),
    memoryBytes: Number(row.memory_bytes),
  };
}

export function amountsOf(resources: Resources) {
  return {
    cpu_millicores: resources.cpuMillicores,
    memory_bytes: resources.memoryBytes,
  };
}

export function hardOf(row: DbQuotaRow): Resources {
  return {
    cpuMillicores: Number(row.hard_cpu_millicores),
    memoryBytes: Number(row.hard_memory_bytes),
  };
}

export function allocatedOf(row: DbQuotaRow): Resources {
  return {
    cpuMillicores: Number(row.allocated_cpu_millicores),
    memoryBytes: Number(row.allocated_memory_bytes),
  };
}
