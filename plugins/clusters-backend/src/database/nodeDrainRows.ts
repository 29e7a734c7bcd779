import type { Bilingual } from '@caas/contract';
import type { DrainState } from '@caas/plugin-clusters-common';
import type { DrainRecord } from '../domain/drain';

/** Rows of `node_drains`, as both databases return them; SQLite gives booleans as numbers. */
export type DbNodeDrainRow = {
  id: string;
  cluster: string;
  node: string;
  state: string;
  /** JSON of the text in both languages; a plain English sentence in rows of an older portal. */
  message: string;
  options: string;
  reason: string;
  requested_by: string;
  cancelled_by: string | null;
  uncordon: boolean | number;
  pods: string;
  attempts: number;
  last_error: string | null;
  next_run_at: string;
  ticket: string | null;
  created_at: string;
  deadline_at: string;
  finished_at: string | null;
};

export function drainOfRow(row: DbNodeDrainRow): DrainRecord {
  return {
    id: row.id,
    cluster: row.cluster,
    node: row.node,
    // The table checks it.
    state: row.state as DrainState,
    message: messageOf(row.message),
    options: JSON.parse(row.options),
    reason: row.reason,
    requestedBy: row.requested_by,
    cancelledBy: row.cancelled_by ?? undefined,
    uncordon: Boolean(row.uncordon),
    pods: JSON.parse(row.pods),
    attempts: row.attempts,
    lastError: row.last_error ?? undefined,
    createdAt: new Date(row.created_at),
    deadlineAt: new Date(row.deadline_at),
    finishedAt: row.finished_at ? new Date(row.finished_at) : undefined,
  };
}

function messageOf(stored: string): Bilingual {
  return stored.startsWith('{')
    ? JSON.parse(stored)
    : { 'zh-CN': stored, en: stored };
}
