import {
  amountsOfResources,
  namespaceAmounts,
  quotaAmounts,
  resourcesOfAmounts,
} from './amounts';
import {
  cpuQuantity,
  formatCpu,
  formatMemory,
  memoryQuantity,
  parseCpu,
  parseMemory,
} from './quantities';

const messageOf = (schema: typeof cpuQuantity, text: string) =>
  schema.safeParse(text).error?.issues[0]?.message;

describe('parseCpu', () => {
  it.each([
    ['2', 2000],
    ['1.5', 1500],
    ['500m', 500],
    ['0.001', 1],
    [' 4 ', 4000],
  ])('reads %p as %p millicores', (text, millicores) => {
    expect(parseCpu(text)).toBe(millicores);
  });

  it.each(['', '-1', '1.5m', '2Gi', 'two', '1e3', '0.0001', '1,5', 'NaN'])(
    'refuses %p',
    text => {
      expect(parseCpu(text)).toBeUndefined();
    },
  );
});

describe('parseMemory', () => {
  it.each([
    ['1024', 1024],
    ['4Gi', 4 * 2 ** 30],
    ['512Mi', 512 * 2 ** 20],
    ['1.5Gi', 1.5 * 2 ** 30],
    ['1M', 1e6],
  ])('reads %p as %p bytes', (text, bytes) => {
    expect(parseMemory(text)).toBe(bytes);
  });

  it.each([
    '',
    '-1Gi',
    '4GB',
    '4 Gi',
    '0.5',
    '1e9',
    'lots',
    '9007199254740993',
  ])('refuses %p', text => {
    expect(parseMemory(text)).toBeUndefined();
  });
});

describe('what may be asked for', () => {
  it('quotes what was sent and says what to write', () => {
    expect(messageOf(cpuQuantity, 'two')).toBe(
      "'two' is not an amount of CPU: write cores, such as 2, 1.5 or 500m",
    );
    expect(messageOf(memoryQuantity, '4')).toBe(
      "'4' is out of range: ask for 64Mi to 8Ti",
    );
    expect(messageOf(cpuQuantity, '1001')).toBe(
      "'1001' is out of range: ask for 100m to 1000 cores",
    );
    expect(messageOf(cpuQuantity, '100m')).toBeUndefined();
  });
});

describe('formatting', () => {
  it('writes the shortest form that reads back the same', () => {
    expect(formatCpu(1500)).toBe('1500m');
    expect(formatCpu(2000)).toBe('2');
    expect(formatMemory(4 * 2 ** 30)).toBe('4Gi');
    expect(formatMemory(1536 * 2 ** 20)).toBe('1536Mi');
    expect(formatMemory(1000)).toBe('1000');
    expect(parseMemory(formatMemory(1536 * 2 ** 20))).toBe(1536 * 2 ** 20);
  });
});

describe('amounts of a payload', () => {
  const written = {
    cpu: '1500m',
    memory: '2048Mi',
    storage: '1.5Gi',
    pods: '20',
    persistentVolumeClaims: 3,
  };

  it('come back from their normal form as they were', () => {
    const resources = resourcesOfAmounts(namespaceAmounts.parse(written));
    expect(resources).toEqual({
      cpuMillicores: 1500,
      memoryBytes: 2 * 2 ** 30,
      storageBytes: 1.5 * 2 ** 30,
      pods: 20,
      persistentVolumeClaims: 3,
    });
    const normal = amountsOfResources(resources);
    expect(normal).toEqual({
      cpu: '1500m',
      memory: '2Gi',
      storage: '1536Mi',
      pods: 20,
      persistentVolumeClaims: 3,
    });
    expect(resourcesOfAmounts(namespaceAmounts.parse(normal))).toEqual(
      resources,
    );
  });

  it('of a quota may be nothing, and those of a namespace may not', () => {
    const nothing = { ...written, cpu: '0', memory: '0' };
    expect(quotaAmounts.safeParse(nothing).success).toBe(true);
    expect(namespaceAmounts.safeParse(nothing).success).toBe(false);
  });
});
