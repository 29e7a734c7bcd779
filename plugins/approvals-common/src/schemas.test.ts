import { requestKindName, requestPayload } from './schemas';

describe('the name of a request kind', () => {
  it.each(['namespace.create', 'a.b', 'app-config.git-repo.change'])(
    'may be %s',
    name => {
      expect(requestKindName.parse(name)).toBe(name);
    },
  );

  it.each([
    '',
    'namespace',
    'Namespace.create',
    'namespace.',
    '.create',
    'namespace..create',
    'namespace.create/../x',
    `a.${'b'.repeat(100)}`,
  ])('may not be %j', name => {
    expect(requestKindName.safeParse(name).success).toBe(false);
  });

  it('is refused with an example', () => {
    expect(
      requestKindName.safeParse('namespace').error?.issues[0].message,
    ).toBe("A request kind is written like 'namespace.create'");
  });
});

describe('the payload of a request', () => {
  it('is an object of JSON, kept as it is', () => {
    const payload = { name: 'pay', sizes: [1, null, { deep: true }], '': '' };
    expect(requestPayload.parse(payload)).toEqual(payload);
  });

  it.each([
    ['text', 'name: pay'],
    ['a list', [1]],
    ['nothing', null],
    ['a function', { name: () => 'pay' }],
    ['a date', { until: new Date() }],
    ['a number that is none', { pods: NaN }],
    ['a name without an end', { ['x'.repeat(101)]: 1 }],
  ])('is not %s', (_what, payload) => {
    expect(requestPayload.safeParse(payload).success).toBe(false);
  });
});
