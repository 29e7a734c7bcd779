import { readFilter, writeFilter } from './auditFilter';

describe('the filter in the address', () => {
  it('survives being written and read', () => {
    const filter = {
      actor: 'user:default/li-wei',
      pluginId: 'tenancy',
      eventId: 'request-submit',
      tenant: 'life',
      outcome: 'failed',
      severity: 'high',
    } as const;
    expect(readFilter(writeFilter(filter))).toEqual(filter);
  });

  it('leaves out what is empty or unknown', () => {
    const search = new URLSearchParams('actor=%20&outcome=perhaps&severity=');
    expect(readFilter(search)).toEqual({});
    expect(writeFilter({ actor: ' ', outcome: undefined }).toString()).toBe('');
  });
});
