import { life, property } from '@caas/plugin-tenancy-react/testing';
import { filterTenants } from './filterTenants';

it.each([
  ['', 'all', ['life', 'property']],
  ['寿', 'all', ['life']],
  [' INSURANCE ', 'all', ['life', 'property']],
  ['prop', 'all', ['property']],
  ['', 'suspended', ['property']],
  ['life', 'suspended', []],
] as const)('finds by %j in state %s: %j', (text, state, codes) => {
  const found = filterTenants([life, property], { text, state });
  expect(found.map(({ code }) => code)).toEqual(codes);
});
