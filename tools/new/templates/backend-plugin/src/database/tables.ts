/** Rows of `entries`. */
export type DbEntryRow = {
  id: string;
  tenant: string;
  name: string;
  created_by: string;
  created_at: string;
};
