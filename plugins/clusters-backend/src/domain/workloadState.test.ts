import { workloadState } from './workloadState';

const counts = (
  desired: number,
  updated: number,
  ready: number,
  available = ready,
) => ({ desired, updated, ready, available, isObserved: true });

it.each([
  ['ready', counts(2, 2, 2)],
  ['progressing', counts(2, 1, 2)],
  ['degraded', counts(2, 2, 1)],
  ['degraded', counts(2, 2, 2, 1)],
  ['stopped', counts(0, 0, 0)],
  ['progressing', counts(0, 0, 1)],
  ['progressing', { ...counts(2, 2, 2), isObserved: false }],
])('is %s with %j', (state, given) => {
  expect(workloadState(given)).toBe(state);
});
