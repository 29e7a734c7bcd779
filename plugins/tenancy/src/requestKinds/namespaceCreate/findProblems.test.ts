import { findProblems } from './findProblems';

const fine = {
  name: 'core',
  cluster: 'nonprod',
  environment: 'dev',
  cpu: '2',
  memory: '4Gi',
};

describe('findProblems', () => {
  it('has nothing to say about a payload that the contract accepts', () => {
    expect(findProblems(fine)).toEqual({});
  });

  it.each([
    ['name', '', 'nameMissing'],
    ['name', 'a', 'nameShort'],
    ['name', 'a'.repeat(25), 'nameLong'],
    ['name', 'Core_1', 'nameShape'],
    ['cluster', '', 'poolMissing'],
    ['environment', '', 'poolMissing'],
    ['cpu', 'two', 'cpuShape'],
    ['cpu', '', 'cpuShape'],
    ['cpu', '50m', 'cpuRange'],
    ['cpu', '2000', 'cpuRange'],
    ['memory', '4 bananas', 'memoryShape'],
    ['memory', '1Mi', 'memoryRange'],
  ] as const)('finds the rule that %s %j breaks', (field, value, rule) => {
    expect(findProblems({ ...fine, [field]: value })).toEqual({
      [field]: expect.objectContaining({ rule }),
    });
  });
});
