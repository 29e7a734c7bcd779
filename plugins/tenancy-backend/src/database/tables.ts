import {
  mapResources,
  RESOURCE_DIMENSIONS,
  type Environment,
  type Namespace,
  type ResourceDimension,
  type Resources,
  type Tenant,
  type TenantRole,
} from '@caas/plugin-tenancy-common';
import type { NamespaceLife, NamespaceStep } from '../domain/namespace';

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
  origin: Tenant['origin'];
  file_says: string;
  owns_group: boolean | number;
  state_reason: string | null;
  budget: BigInteger | null;
  harbor_project: string | null;
  version: number;
};

export type DbMemberRow = {
  tenant: string;
  user_ref: string;
  role: TenantRole;
  origin: Tenant['origin'];
  given_by: string | null;
  given_at: string | null;
};

export type DbGroupClaimRow = { user_ref: string; seen_at: string };

export type DbClaimedGroupRow = { user_ref: string; group_name: string };

/** The column of each dimension; in `quotas` with `hard_` and `allocated_` before it. */
export const AMOUNT_COLUMNS = {
  cpuMillicores: 'cpu_millicores',
  memoryBytes: 'memory_bytes',
  storageBytes: 'storage_bytes',
  pods: 'pods',
  persistentVolumeClaims: 'persistent_volume_claims',
} as const satisfies Record<ResourceDimension, string>;

type AmountColumn = (typeof AMOUNT_COLUMNS)[ResourceDimension];

export type DbAmounts = Record<AmountColumn, BigInteger>;

type Prefixed<Prefix extends string> = Record<
  `${Prefix}_${AmountColumn}`,
  BigInteger
>;

export type DbQuotaRow = Prefixed<'hard'> &
  Prefixed<'allocated'> & {
    tenant: string;
    cluster: string;
    environment: Environment;
    updated_at: string;
    /** Whether the tenants file says it, or a request in the portal. */
    origin: Tenant['origin'];
  };

export type DbAllocationRow = DbAmounts & {
  request_id: string;
  namespace_id: string;
  tenant: string;
  cluster: string;
  environment: Environment;
  /** Generation of the namespace that holds the change. */
  generation: number;
  created_at: string;
  /** Null while the line counts. */
  ended_at: string | null;
};

export type DbQuotaChangeRow = {
  request_id: string;
  tenant: string;
  cluster: string;
  environment: Environment;
  amounts_before: string | null;
  amounts: string;
  created_at: string;
};

export type DbCancelledRequestRow = {
  request_id: string;
  cancelled_at: string;
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
  partition: string | null;
  purpose: string;
  /** How its objects stand. While its life is not `held`, that is what people see as its state. */
  state: Extract<Namespace['state'], 'provisioning' | 'ready' | 'failed'>;
  life: NamespaceLife;
  delete_request_id: string | null;
  deleting_at: string | null;
  deleted_at: string | null;
  step: NamespaceStep;
  /** JSON of the text in both languages; a plain English sentence in rows of an older portal. */
  message: string | null;
  request_id: string;
  requester: string;
  generation: number;
  ready_generation: number;
  failure_told: boolean | number;
  next_run_at: string;
  ticket: string | null;
  attempts: number;
  last_error: string | null;
  created_at: string;
  updated_at: string;
};

export function resourcesOf(row: DbAmounts): Resources {
  return mapResources(dimension => Number(row[AMOUNT_COLUMNS[dimension]]));
}

export function amountsOf(resources: Resources): DbAmounts {
  return columns(resources, column => column);
}

export function hardOf(row: DbQuotaRow): Resources {
  return mapResources(dimension =>
    Number(row[`hard_${AMOUNT_COLUMNS[dimension]}`]),
  );
}

export function hardColumns(hard: Resources): Prefixed<'hard'> {
  return columns(hard, column => `hard_${column}`);
}

export function allocatedOf(row: DbQuotaRow): Resources {
  return mapResources(dimension =>
    Number(row[`allocated_${AMOUNT_COLUMNS[dimension]}`]),
  );
}

export function allocatedColumns(allocated: Resources): Prefixed<'allocated'> {
  return columns(allocated, column => `allocated_${column}`);
}

function columns<Name extends string>(
  resources: Resources,
  nameOf: (column: AmountColumn) => Name,
): Record<Name, number> {
  return Object.fromEntries(
    RESOURCE_DIMENSIONS.map(dimension => [
      nameOf(AMOUNT_COLUMNS[dimension]),
      resources[dimension],
    ]),
    // `fromEntries` does not know that every column is there.
  ) as Record<Name, number>;
}
