import { byName } from '../byName';
import { pageOfGroups } from './pageOfGroups';

const groups = () =>
  [['b', 'a'], [], ['d', 'c', 'e']].map(names => names.map(name => ({ name })));
const page = (offset: number, limit: number) => {
  const { items, totalCount } = pageOfGroups(
    groups(),
    { offset, limit },
    byName,
  );
  return [items.map(({ name }) => name).join(''), totalCount];
};

it.each([
  [0, 10, 'abcde'],
  [0, 2, 'ab'],
  [1, 2, 'bc'],
  [2, 2, 'cd'],
  [4, 5, 'e'],
  [5, 5, ''],
  [0, 0, ''],
])('from %d, at most %d: %p', (offset, limit, names) => {
  expect(page(offset, limit)).toEqual([names, 5]);
});
