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
