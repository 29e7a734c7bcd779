import { parseGroup, parseUser } from './parseReference';

it('brings references to their normal form', () => {
  expect(parseUser('user', 'User:Li-Wei')).toBe('user:default/li-wei');
  expect(parseGroup('group', 'group:default/Life')).toBe('group:default/life');
});

it.each([
  [
    () => parseUser('admins', 'group:default/life'),
    "admins: 'group:default/life' is not a reference to a user: write it like user:default/li-wei",
    'admins: “group:default/life”不是用户引用：请按 user:default/li-wei 的格式填写',
  ],
  [
    () => parseGroup('group', 'a b'),
    "group: 'a b' is not a reference to a group: write it like group:default/life",
    'group: “a b”不是组引用：请按 group:default/life 的格式填写',
  ],
])(
  'says in both languages at which field there is none: %#',
  (parse, en, zh) => {
    expect(parse).toThrow(
      expect.objectContaining({ message: en, translations: { 'zh-CN': zh } }),
    );
  },
);
