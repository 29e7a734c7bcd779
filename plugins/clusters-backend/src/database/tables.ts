/** Rows of `apply_sets`, as both databases return them; PostgreSQL gives bigints as text. */
export type DbApplySetRow = {
  cluster: string;
  id: string;
  owner: string;
  tenant: string;
  generation: number | string;
  observed_generation: number | string;
  state: string;
  desired: string;
  inventory: string;
  objects: string;
  conditions: string;
  reason: string;
  attempts: number;
  last_error: string | null;
  next_run_at: string;
  ticket: string | null;
  applied_at: string | null;
  touched_at: string | null;
  created_at: string;
  updated_at: string;
};

/** Rows of `apply_set_changes`. */
export type DbApplySetChangeRow = {
  id: string;
  cluster: string;
  apply_set_id: string;
  actor: string;
  verb: 'put' | 'delete';
  generation: number | string;
  reason: string;
  at: string;
};

/** Rows of `clusters`. */
export type DbClusterRow = {
  name: string;
  title: string;
  title_en: string;
  environments: string;
  region: string | null;
  url: string;
  ca: string;
  sealed_token: string | null;
  version: number;
  created_by: string;
  created_at: string;
  updated_by: string;
  updated_at: string;
  removed_at: string | null;
};

/** Rows of `usage_samples`. */
export type DbUsageSampleRow = {
  cluster: string;
  namespace: string;
  tenant: string;
  at: string;
  requested_cpu: number | string;
  requested_memory: number | string;
  used_cpu: number | string | null;
  used_memory: number | string | null;
  allocatable_cpu: number | string | null;
  allocatable_memory: number | string | null;
};
