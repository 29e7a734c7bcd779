/** One thing that is wrong with a field. */
export type Fault = { field: string; message: string; reason?: string };
