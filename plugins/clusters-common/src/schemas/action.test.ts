import { actionReason, labelKey, labelValue, taintChange } from './action';

describe('the key of a label', () => {
  it.each([
    'team',
    'example.com/team',
    'a.b.example.com/Team_1.x',
    `example.com/${'x'.repeat(63)}`,
  ])('may be %s', key => {
    expect(labelKey.parse(key)).toBe(key);
  });

  it.each([
    '',
    '-team',
    'team-',
    'a/b/c',
    '/team',
    'Example.com/team',
    'example..com/team',
    'team=life',
    'team,life',
    '团队',
    'x'.repeat(64),
  ])('may not be %j', key => {
    expect(labelKey.safeParse(key).success).toBe(false);
  });
});

describe('the value of a label', () => {
  it.each(['', 'life', 'A_b.C', 'x'.repeat(63)])('may be %j', value => {
    expect(labelValue.parse(value)).toBe(value);
  });

  it.each(['-life', 'life-', 'a b', 'a\nb', 'a,b', 'x'.repeat(64)])(
    'may not be %j',
    value => {
      expect(labelValue.safeParse(value).success).toBe(false);
    },
  );
});

describe('an action', () => {
  it('has a reason of three characters at least, which spaces are not', () => {
    expect(actionReason.parse(' old disk ')).toBe('old disk');
    for (const reason of ['', '    ', ' a ', 'x'.repeat(201)]) {
      expect(actionReason.safeParse(reason).success).toBe(false);
    }
  });

  it('tells a taint that is taken away from one whose value is empty', () => {
    const change = { key: 'team', effect: 'NoSchedule', from: '', to: null };
    expect(taintChange.parse(change)).toEqual(change);
    expect(taintChange.safeParse({ ...change, to: undefined }).success).toBe(
      false,
    );
    expect(taintChange.safeParse({ ...change, effect: 'Never' }).success).toBe(
      false,
    );
  });
});
