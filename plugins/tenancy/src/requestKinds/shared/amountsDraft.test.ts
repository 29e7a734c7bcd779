import { findAmountProblem, readAmounts } from './amountsDraft';

describe('findAmountProblem', () => {
  it.each([
    ['namespace', 'cpu', '2', undefined],
    ['namespace', 'cpu', '', 'missing'],
    ['namespace', 'cpu', 'two', 'shape'],
    ['namespace', 'cpu', '-1', 'shape'],
    ['namespace', 'cpu', '50m', 'range'],
    ['namespace', 'cpu', '2000', 'range'],
    ['quota', 'cpu', '2000', undefined],
    ['quota', 'cpu', '0', undefined],
    ['namespace', 'memory', '4 bananas', 'shape'],
    ['namespace', 'memory', '1Mi', 'range'],
    ['namespace', 'storage', '0', undefined],
    ['namespace', 'storage', '2Pi', 'shape'],
    ['namespace', 'pods', '1.5', 'shape'],
    ['namespace', 'pods', '100001', 'range'],
    ['quota', 'persistentVolumeClaims', '9999999999', 'shape'],
  ] as const)('holds %s %s %j against its rule', (of, field, text, rule) => {
    expect(findAmountProblem(of, field, text)?.rule).toBe(rule);
  });

  it('lets an amount be left out where it has a default', () => {
    expect(findAmountProblem('namespace', 'pods', ' ', true)).toBeUndefined();
  });
});

describe('readAmounts', () => {
  it('reads what can be read, each in its base unit', () => {
    expect(
      readAmounts({
        cpu: '1.5',
        memory: '4Gi',
        storage: 'much',
        pods: '20',
        persistentVolumeClaims: '',
      }),
    ).toEqual({ cpuMillicores: 1500, memoryBytes: 4 * 2 ** 30, pods: 20 });
  });
});
