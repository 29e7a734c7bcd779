import { maskFacts, maskText } from './maskSecrets';

describe('maskFacts', () => {
  it.each([
    'token',
    'apiToken',
    'api_token',
    'X-Auth-Token',
    'password',
    'DB_PASSWORD',
    'passwords',
    'secret',
    'clientSecret',
    'secrets',
    'authorization',
    'Set-Cookie',
    'credentials',
    'apiKey',
    'private_key',
    'kubeconfig',
  ])('masks what stands under %p at any depth', key => {
    const facts = { a: [{ b: { [key]: { inner: 'hunter2' } } }] };
    expect(maskFacts(facts)).toEqual({ a: [{ b: { [key]: '***' } }] });
  });

  it.each(['tokenExpiresAt', 'secretName', 'key', 'keyboard', 'tenant'])(
    'leaves %p as it is',
    key => {
      expect(maskFacts({ [key]: 'life' })).toEqual({ [key]: 'life' });
    },
  );

  it('answers plain JSON for whatever it is given', () => {
    const circular: Record<string, unknown> = { tenant: '寿险' };
    circular.self = circular;
    const facts = maskFacts({
      nothing: undefined,
      none: null,
      when: new Date(0),
      error: new Error('boom'),
      not: NaN,
      big: 10n,
      run: () => 1,
      circular,
    });
    expect(facts).toMatchObject({
      none: null,
      when: '1970-01-01T00:00:00.000Z',
      error: 'boom',
      not: null,
      big: '10',
      circular: { tenant: '寿险', self: { tenant: '寿险' } },
    });
    expect(Object.keys(facts)).not.toContain('nothing');
    expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
  });

  it('bounds what one event stores', () => {
    const facts = maskFacts({
      text: 'x'.repeat(1_000_000),
      list: Array.from({ length: 10_000 }, (_, index) => index),
    });
    expect(JSON.stringify(facts).length).toBeLessThan(5_000);
  });
});

describe('maskText', () => {
  it.each([
    [
      'GET https://portal:s3cret@git.example.com/life failed',
      'GET https://portal:***@git.example.com/life failed',
    ],
    [
      'sent Authorization: Bearer abcdefghijklmnop',
      'sent Authorization: Bearer ***',
    ],
    [
      'token eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln is old',
      'token *** is old',
    ],
    ['bearer authentication is needed', 'bearer authentication is needed'],
    ["There is no tenant '寿险'", "There is no tenant '寿险'"],
  ])('%p', (text, masked) => {
    expect(maskText(text)).toBe(masked);
  });
});
