import { newDelegation } from './delegations';

const given = {
  delegate: 'user:default/zhao-lei',
  startsAt: '2026-11-22T08:00:00Z',
  endsAt: '2026-11-29T18:00:00+08:00',
  reason: 'On leave',
};
const problems = (changes: object) =>
  (newDelegation.safeParse({ ...given, ...changes }).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );

describe('a delegation', () => {
  it('names a person as the catalog does, whatever the case', () => {
    const delegate = ' USER:Default/Zhao-Lei ';
    expect(newDelegation.parse({ ...given, delegate })).toEqual(given);
  });

  it.each([
    '',
    'zhao-lei',
    'group:default/platform',
    'user:zhao-lei',
    'user:default/',
    'user:default/a/b',
    'user:default/zhao lei',
    'user:default/a\nuser:default/b',
  ])('is not for %j', delegate => {
    expect(problems({ delegate })).toEqual([
      "delegate: Write a person like 'user:default/li-wei'",
    ]);
  });

  it.each([
    '2026-11-22',
    'tomorrow',
    '2026-11-22 08:00',
    '2026-02-30T08:00:00Z',
  ])('does not begin at %j', startsAt => {
    expect(problems({ startsAt })).toEqual([
      "startsAt: Write a time like '2026-11-21T08:00:00Z'",
    ]);
  });

  it.each([
    [' a ', 'Say why somebody stands in for you'],
    ['x'.repeat(501), 'A reason has at most 500 characters'],
  ])('has a reason of some words: not %j', (reason, sentence) => {
    expect(problems({ reason })).toEqual([`reason: ${sentence}`]);
  });
});
