import { instant } from './instant';

it.each([
  '2026-11-21T08:00:00Z',
  '2026-11-21T16:00:00.123456+08:00',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
])('%s can be compared as text', text => {
  const accepted = instant.parse(text);
  expect(new Date(accepted).toISOString()).toHaveLength(24);
});

it.each([
  'yesterday',
  '2026-11-21',
  '2026-02-30T08:00:00Z',
  '2026-11-21T08:00:00',
  // The end of the year 9999 in the west is in the year 10000, and '+010000' is before '2026'.
  '9999-12-31T23:59:59-01:00',
  '0000-01-01T00:00:00+01:00',
])('%s is refused with what to write', text => {
  expect(instant.safeParse(text).error?.issues[0].message).toContain(
    "Write a time like '2026-11-21T08:00:00Z'",
  );
});
