import type { LeaseStage } from '../domain/lease';

export type DbLeaseRow = {
  namespace_id: string;
  until: string;
  stage: LeaseStage;
  reminded_days: number | null;
  stopped_at: string | null;
  grace_until: string | null;
  held_by: string;
  hold_told_at: string | null;
  step: number;
  next_step_at: string;
  next_run_at: string;
  ticket: string | null;
  attempts: number;
  last_error: string | null;
  updated_at: string;
};

export type DbLeaseRenewalRow = {
  request_id: string;
  namespace_id: string;
  until_before: string;
  until: string;
  step: number;
  created_at: string;
};

export type DbNamespaceExportRow = {
  id: string;
  namespace_id: string;
  taken_at: string;
  object_count: number;
  bytes: number;
  gaps: string;
  manifests: string;
};

/** What has nothing left to do is due then. */
export const NEVER = '9999-01-01T00:00:00.000Z';
