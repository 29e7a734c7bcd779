import { formatBytes, formatCores, formatNumber } from './format';

describe('formatCores', () => {
  it.each([
    [2000, 'en', '2 cores'],
    [1000, 'en', '1 core'],
    [500, 'en', '0.5 cores'],
    [2500, 'zh-CN', '2.5 核'],
    [0, 'zh-CN', '0 核'],
  ] as const)('writes %i millicores in %s as %s', (amount, language, text) => {
    expect(formatCores(amount, language)).toBe(text);
  });
});

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [512, '512 B'],
    [4 * 2 ** 30, '4 GiB'],
    [1.5 * 2 ** 40, '1.5 TiB'],
    [3 * 2 ** 60, '3,072 PiB'],
    [-2 * 2 ** 30, '-2 GiB'],
  ])('writes %d bytes as %s', (amount, text) => {
    expect(formatBytes(amount, 'en')).toBe(text);
  });
});

describe('formatNumber', () => {
  it('groups digits and rounds to whole numbers', () => {
    expect(formatNumber(1234567.8, 'zh-CN')).toBe('1,234,568');
  });
});
