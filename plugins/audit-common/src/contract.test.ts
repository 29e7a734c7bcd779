import { listOperations } from '@caas/contract';
import { auditContract, auditEvent } from './contract';
import { auditPermissions } from './permissions';

const list = auditContract.events.list['~orpc'];
const parse = (query: object) => list.inputSchema!['~standard'].validate(query);

const problems = async (query: object) =>
  ((await parse(query)).issues ?? []).map(({ path }) => path?.join('.'));

describe('the filter of audit events', () => {
  it('has a page of twenty when nothing is said', async () => {
    expect(await parse({})).toEqual({ value: { limit: 20, offset: 0 } });
  });

  it('takes what a form holds with space around it', async () => {
    expect(await parse({ actor: ' user:default/li-wei ' })).toMatchObject({
      value: { actor: 'user:default/li-wei' },
    });
  });

  it.each([
    ['actor', 300],
    ['pluginId', 100],
    ['eventId', 200],
    ['tenant', 63],
  ])('takes a %s of %d characters and no longer one', async (name, longest) => {
    expect(await problems({ [name]: 'x'.repeat(longest) })).toEqual([]);
    expect(await problems({ [name]: 'x'.repeat(longest + 1) })).toEqual([name]);
  });

  it.each([
    ['limit', '101'],
    ['offset', '-1'],
    ['outcome', 'perhaps'],
    ['severity', 'terrible'],
    ['from', 'yesterday'],
    ['to', '9999-12-31T23:59:59-01:00'],
  ])('refuses %s=%s', async (name, value) => {
    expect(await problems({ [name]: value })).toEqual([name]);
  });
});

it('has an event whose end was never recorded, of nobody and about nothing', () => {
  const event = {
    id: 'e1',
    pluginId: 'tenancy',
    eventId: 'tenant-create',
    severity: 'high',
    outcome: 'started',
    facts: {},
    startedAt: '2026-11-21T08:00:00.000Z',
  };
  expect(auditEvent.parse(event)).toEqual(event);
});

it('opens no operation to whoever lacks its permission', () => {
  for (const { access } of listOperations(auditContract)) {
    expect(access).toMatchObject({ kind: 'permission' });
    expect(auditPermissions).toContainEqual(
      (access as { permission: unknown }).permission,
    );
  }
});
