import type { RequestPayload } from '@caas/plugin-approvals-common';
import {
  AMOUNT_RANGES,
  amountsOfResources,
  parseCpu,
  parseMemory,
  type Amounts,
  type ResourceDimension,
  type Resources,
} from '@caas/plugin-tenancy-common';

/** A field of a payload that holds an amount. */
export type AmountField = keyof Amounts;

/** Amounts while they are being written: every field is text, and may be empty. */
export type AmountsDraft = Record<AmountField, string>;

/** The amounts of a payload, in the order of forms, and what each counts. */
export const DIMENSION_OF: Readonly<Record<AmountField, ResourceDimension>> = {
  cpu: 'cpuMillicores',
  memory: 'memoryBytes',
  storage: 'storageBytes',
  pods: 'pods',
  persistentVolumeClaims: 'persistentVolumeClaims',
};

export const AMOUNT_FIELDS = Object.keys(
  DIMENSION_OF,
) as readonly AmountField[]; // `keys` does not say which they are

export const NO_AMOUNTS: AmountsDraft = {
  cpu: '',
  memory: '',
  storage: '',
  pods: '',
  persistentVolumeClaims: '',
};

/** A field of a payload as text, from wherever the payload comes. */
export function textIn(payload: RequestPayload, field: string): string {
  const value = payload[field];
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : '';
}

/** The amounts of a payload as text. */
export function amountsIn(payload: RequestPayload): AmountsDraft {
  return mapAmounts(field => textIn(payload, field));
}

/** Amounts of a row as a form would hold them. */
export function draftOfResources(resources: Resources): AmountsDraft {
  const amounts = amountsOfResources(resources);
  return mapAmounts(field => String(amounts[field]));
}

function mapAmounts(textOf: (field: AmountField) => string): AmountsDraft {
  return Object.fromEntries(
    AMOUNT_FIELDS.map(field => [field, textOf(field)]),
    // `fromEntries` does not know that every field is there.
  ) as AmountsDraft;
}

/** What an amount comes to, or undefined when it cannot be read. */
export function readAmount(
  field: AmountField,
  text: string,
): number | undefined {
  switch (field) {
    case 'cpu':
      return parseCpu(text);
    case 'memory':
    case 'storage':
      return parseMemory(text);
    default:
      return /^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined;
  }
}

/** What the amounts come to, as far as they can be read. */
export function readAmounts(draft: AmountsDraft): Partial<Resources> {
  return Object.fromEntries(
    AMOUNT_FIELDS.flatMap(field => {
      const amount = readAmount(field, draft[field]);
      return amount === undefined ? [] : [[DIMENSION_OF[field], amount]];
    }),
  );
}

/** What is wrong with an amount. */
export type AmountProblem =
  | { rule: 'missing' }
  | { rule: 'shape'; text: string }
  | { rule: 'range'; text: string; least: number; most: number };

/** What is wrong with an amount, by the ranges of the contract. An empty one is missing, unless it may be left out. */
export function findAmountProblem(
  of: keyof typeof AMOUNT_RANGES,
  field: AmountField,
  text: string,
  isOptional = false,
): AmountProblem | undefined {
  if (!text.trim()) return isOptional ? undefined : { rule: 'missing' };
  const amount = readAmount(field, text);
  if (amount === undefined) return { rule: 'shape', text };
  const { least, most } = AMOUNT_RANGES[of][field];
  return amount < least || amount > most
    ? { rule: 'range', text, least, most }
    : undefined;
}

/** What held before, as a form or a normal form keeps it: `from`, with the amounts in it. */
export function heldAmounts({ from }: RequestPayload): AmountsDraft {
  return isObject(from) ? amountsIn(from) : NO_AMOUNTS;
}

function isObject(value: RequestPayload[string]): value is RequestPayload {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two drafts come to the same, however they are written. */
export function isSameAmount(a: AmountsDraft, b: AmountsDraft): boolean {
  return AMOUNT_FIELDS.every(
    field => readAmount(field, a[field]) === readAmount(field, b[field]),
  );
}
