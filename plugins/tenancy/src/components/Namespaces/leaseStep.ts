import type { NamespaceLease } from '@caas/plugin-tenancy-common';

/** What the ladder of leases does next. What it is at already has no time. */
export type LeaseStep = {
  kind: 'remind' | 'stop' | 'stopping' | 'delete' | 'deleting';
  at?: string;
};

/** The step that comes next, or that goes on now. After the last reminder the namespace stops at its end. */
export function nextLeaseStep(lease: NamespaceLease): LeaseStep {
  const { stage, until, nextAt } = lease;
  switch (stage) {
    case 'stopped':
      return { kind: 'stopping' };
    case 'grace':
      return { kind: 'delete', at: nextAt };
    case 'exported':
      return { kind: 'deleting' };
    default:
      return Date.parse(nextAt) < Date.parse(until)
        ? { kind: 'remind', at: nextAt }
        : { kind: 'stop', at: until };
  }
}
