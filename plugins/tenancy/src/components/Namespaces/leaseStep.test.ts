import type { NamespaceLease } from '@caas/plugin-tenancy-common';
import { nextLeaseStep } from './leaseStep';

const UNTIL = '2026-12-31T23:59:59.999Z';

it.each([
  [
    'running',
    '2026-12-17T00:00:00Z',
    { kind: 'remind', at: '2026-12-17T00:00:00Z' },
  ],
  [
    'reminded',
    '2026-12-30T00:00:00Z',
    { kind: 'remind', at: '2026-12-30T00:00:00Z' },
  ],
  ['reminded', '2027-01-01T00:05:00Z', { kind: 'stop', at: UNTIL }],
  ['running', '2027-01-01T00:05:00Z', { kind: 'stop', at: UNTIL }],
  ['stopped', '1970-01-01T00:00:00Z', { kind: 'stopping' }],
  [
    'grace',
    '2027-01-07T00:00:00Z',
    { kind: 'delete', at: '2027-01-07T00:00:00Z' },
  ],
  ['exported', '1970-01-01T00:00:00Z', { kind: 'deleting' }],
] as const)(
  '%s until the turn of the year, next at %s',
  (stage, nextAt, step) => {
    const lease: NamespaceLease = { until: UNTIL, stage, nextAt, heldBy: [] };
    expect(nextLeaseStep(lease)).toEqual(step);
  },
);
