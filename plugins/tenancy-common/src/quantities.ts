import { issueSaying, says } from '@caas/contract';
import { z } from 'zod';

const BINARY: Record<string, number> = {
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};
const DECIMAL: Record<string, number> = { k: 1e3, M: 1e6, G: 1e9, T: 1e12 };

/** Most CPU that one request may ask for, in thousandths of a core: 1,000 cores. @public */
export const CPU_MAX_MILLICORES = 1_000_000;

/** Most memory that one request may ask for, in bytes: 8 TiB. @public */
export const MEMORY_MAX_BYTES = 8 * 2 ** 40;

/**
 * Thousandths of a core in a Kubernetes CPU quantity (`2`, `0.5`, `500m`), or undefined when it is not one. A part of
 * a thousandth is refused, as Kubernetes refuses it.
 *
 * @public
 */
export function parseCpu(text: string): number | undefined {
  const match = /^(\d{1,9})(?:\.(\d{1,3}))?(m)?$/.exec(text.trim());
  if (!match) return undefined;
  const [, whole, fraction = '', milli] = match;
  if (milli) return fraction ? undefined : Number(whole);
  return Number(whole) * 1000 + Number(fraction.padEnd(3, '0'));
}

/**
 * Bytes in a Kubernetes memory quantity (`4Gi`, `512Mi`, `1.5G`), or undefined when it is not one or is not a whole
 * number of bytes.
 *
 * @public
 */
export function parseMemory(text: string): number | undefined {
  const match = /^(\d{1,15}(?:\.\d{1,3})?)(Ki|Mi|Gi|Ti|k|M|G|T)?$/.exec(
    text.trim(),
  );
  if (!match) return undefined;
  const [, amount, unit] = match;
  const factor = unit ? (BINARY[unit] ?? DECIMAL[unit]) : 1;
  const bytes = Number(amount) * factor;
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}

/** `500m`, `2`: the shortest way to write an amount of CPU. @public */
export function formatCpu(millicores: number): string {
  return millicores % 1000 === 0 ? String(millicores / 1000) : `${millicores}m`;
}

/** `4Gi`, `512Mi`: the shortest way to write an amount of memory in binary units. @public */
export function formatMemory(bytes: number): string {
  for (const unit of ['Ti', 'Gi', 'Mi', 'Ki']) {
    if (bytes > 0 && bytes % BINARY[unit] === 0) {
      return `${bytes / BINARY[unit]}${unit}`;
    }
  }
  return String(bytes);
}

const MEBIBYTE = BINARY.Mi;

/** Most memory or storage of a quota, in bytes: 1 PiB. */
const BYTES_MAX = 2 ** 50;

const PIECES = { least: 0, most: 100_000 };
const STORAGE = { least: 0, most: BYTES_MAX };

/** The least and the most that may be asked for, in base units: for a namespace, and for a quota. @public */
export const AMOUNT_RANGES = {
  namespace: {
    cpu: { least: 100, most: CPU_MAX_MILLICORES },
    memory: { least: 64 * MEBIBYTE, most: MEMORY_MAX_BYTES },
    storage: STORAGE,
    pods: PIECES,
    persistentVolumeClaims: PIECES,
  },
  quota: {
    cpu: { least: 0, most: 100_000_000 },
    memory: { least: 0, most: BYTES_MAX },
    storage: STORAGE,
    pods: PIECES,
    persistentVolumeClaims: PIECES,
  },
} as const;

/** CPU that a namespace asks for. @public */
export const cpuQuantity = cpu(AMOUNT_RANGES.namespace.cpu);

/** Memory that a namespace asks for. @public */
export const memoryQuantity = memory('memory', AMOUNT_RANGES.namespace.memory);

/** Storage that the volume claims of a namespace may ask for together; `0` for none. @public */
export const storageQuantity = memory('storage', STORAGE);

/** CPU of a quota. @public */
export const quotaCpu = cpu(AMOUNT_RANGES.quota.cpu);

/** Memory of a quota. @public */
export const quotaMemory = memory('memory', AMOUNT_RANGES.quota.memory);

/** How many pods there may be. @public */
export const podCount = count('pods', '容器组', PIECES.most);

/** How many persistent volume claims there may be. @public */
export const claimCount = count('volume claims', '存储卷声明', PIECES.most);

function cpu({ least, most }: { least: number; most: number }) {
  const advice = says(
    'Write CPU as cores, such as 2 or 500m',
    '请以核数填写 CPU，例如 2 或 500m',
  );
  return z
    .string(advice)
    .trim()
    .max(20, advice)
    .superRefine((text, context) => {
      const millicores = parseCpu(text);
      if (millicores === undefined) {
        context.addIssue(
          issueSaying(
            `'${text}' is not an amount of CPU: write cores, such as 2, 1.5 or 500m`,
            `“${text}”不是有效的 CPU 数量：请填写核数，例如 2、1.5 或 500m`,
          ),
        );
      } else if (millicores < least || millicores > most) {
        context.addIssue(
          issueSaying(
            `'${text}' is out of range: ask for ${formatCpu(least)} to ${most / 1000} cores`,
            `“${text}”超出范围：请填写 ${formatCpu(least)} 至 ${most / 1000} 核`,
          ),
        );
      }
    });
}

function memory(
  what: 'memory' | 'storage',
  { least, most }: { least: number; most: number },
) {
  const chinese = { memory: '内存', storage: '存储' }[what];
  const advice = says(
    `Write ${what} with its unit, such as 4Gi`,
    `请填写带单位的${chinese}，例如 4Gi`,
  );
  return z
    .string(advice)
    .trim()
    .max(20, advice)
    .superRefine((text, context) => {
      const bytes = parseMemory(text);
      if (bytes === undefined) {
        context.addIssue(
          issueSaying(
            `'${text}' is not an amount of ${what}: write a number with its unit, such as 4Gi or 512Mi`,
            `“${text}”不是有效的${chinese}数量：请填写带单位的数值，例如 4Gi 或 512Mi`,
          ),
        );
      } else if (bytes < least || bytes > most) {
        context.addIssue(
          issueSaying(
            `'${text}' is out of range: ask for ${formatMemory(least)} to ${formatMemory(most)}`,
            `“${text}”超出范围：请填写 ${formatMemory(least)} 至 ${formatMemory(most)}`,
          ),
        );
      }
    });
}

/** A number of pieces; forms may send it as text. */
function count(what: string, chineseWhat: string, most: number) {
  const english = (raw: unknown) =>
    `'${String(raw)}' is not a number of ${what}: write a whole number from 0 to ${most}`;
  const chinese = (raw: unknown) =>
    raw === undefined
      ? `请填写${chineseWhat}数量：0 至 ${most} 的整数`
      : `“${String(raw)}”不是有效的${chineseWhat}数量：请填写 0 至 ${most} 的整数`;
  return z
    .union(
      [z.number(), z.string().trim().max(20)],
      says(
        ({ input }) => english(input),
        ({ input }) => chinese(input),
      ),
    )
    .transform((raw, context) => {
      const value = /^\d{1,9}$/.test(String(raw)) ? Number(raw) : NaN;
      if (value <= most) return value;
      context.addIssue(issueSaying(english(raw), chinese(raw)));
      return z.NEVER;
    });
}
