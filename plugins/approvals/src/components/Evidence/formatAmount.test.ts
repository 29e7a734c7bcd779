import { formatAmount } from './formatAmount';

it.each([
  ['pods', 'zh-CN', 6400, '6,400 个'],
  ['volume claims', 'zh-CN', 5, '5 个'],
  ['volume claims', 'en', 5, '5 volume claims'],
  ['millicores', 'zh-CN', 1500, '1.5 核'],
  ['bytes', 'en', 2 ** 31, '2 GiB'],
  ['licences', 'zh-CN', 3, '3 licences'],
] as const)('writes %s in %s', (unit, language, amount, text) => {
  expect(formatAmount(unit, language)(amount)).toBe(text);
});
