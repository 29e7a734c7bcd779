import { getLocalTimeZone, today } from '@internationalized/date';
import { checkDelegation, initialDelegation } from './delegationDraft';

const NOW = today(getLocalTimeZone());
const draft = (first: number, last: number) => ({
  delegate: 'user:default/li-wei',
  reason: 'Holiday',
  firstDay: NOW.add({ days: first }),
  lastDay: NOW.add({ days: last }),
});

describe('checkDelegation', () => {
  it.each([
    ['a day', 0, 0, undefined],
    ['90 days', 1, 90, undefined],
    ['91 days', 0, 90, 'periodLong'],
    ['backwards', 3, 2, 'periodBackwards'],
    ['what is over', -3, -1, 'periodOver'],
  ] as const)('says of %s what is wrong', (_, first, last, problem) => {
    expect(checkDelegation(draft(first, last)).period).toBe(problem);
  });

  it('misses what is not there', () => {
    expect(checkDelegation({ ...initialDelegation(), lastDay: null })).toEqual({
      delegate: 'delegateMissing',
      period: 'periodMissing',
      reason: 'reasonMissing',
    });
  });
});
