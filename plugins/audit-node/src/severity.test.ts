import { mockServices } from '@backstage/backend-test-utils';
import { isAtLeast, readMinimumSeverity } from './severity';

const configured = (minimumSeverity?: string) =>
  mockServices.rootConfig({ data: { audit: { minimumSeverity } } });

describe('minimum severity', () => {
  it('is medium unless configured', () => {
    expect(readMinimumSeverity(configured())).toBe('medium');
    expect(readMinimumSeverity(configured('high'))).toBe('high');
  });

  it('quotes what it does not understand', () => {
    expect(() => readMinimumSeverity(configured('some'))).toThrow(
      "'audit.minimumSeverity' is 'some': write one of low, medium, high, critical.",
    );
  });

  it.each([
    ['low', 'medium', false],
    ['medium', 'medium', true],
    ['critical', 'medium', true],
    ['high', 'critical', false],
    ['low', 'low', true],
  ] as const)('%s against %s: %p', (severity, minimum, kept) => {
    expect(isAtLeast(severity, minimum)).toBe(kept);
  });
});
