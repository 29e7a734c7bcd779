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

/** A CPU quantity that is asked for. @public */
export const cpuQuantity = z
  .string()
  .trim()
  .max(20, 'Write CPU as cores, such as 2 or 500m')
  .superRefine((text, context) => {
    const millicores = parseCpu(text);
    if (millicores === undefined) {
      context.addIssue(
        `'${text}' is not an amount of CPU: write cores, such as 2, 1.5 or 500m`,
      );
    } else if (millicores < 100 || millicores > CPU_MAX_MILLICORES) {
      context.addIssue(
        `'${text}' is out of range: ask for 100m to ${CPU_MAX_MILLICORES / 1000} cores`,
      );
    }
  });

/** A memory quantity that is asked for. @public */
export const memoryQuantity = z
  .string()
  .trim()
  .max(20, 'Write memory with its unit, such as 4Gi')
  .superRefine((text, context) => {
    const bytes = parseMemory(text);
    if (bytes === undefined) {
      context.addIssue(
        `'${text}' is not an amount of memory: write a number with its unit, such as 4Gi or 512Mi`,
      );
    } else if (bytes < 64 * BINARY.Mi || bytes > MEMORY_MAX_BYTES) {
      context.addIssue(`'${text}' is out of range: ask for 64Mi to 8Ti`);
    }
  });
