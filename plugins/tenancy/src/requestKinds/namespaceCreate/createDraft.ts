import type { RequestPayload } from '@caas/plugin-approvals-common';
import {
  formatCpu,
  formatMemory,
  parseCpu,
  parseMemory,
  usualResources,
} from '@caas/plugin-tenancy-common';
import {
  amountsIn,
  draftOfResources,
  textIn,
  type AmountsDraft,
} from '../shared/amountsDraft';

/** A payload of `namespace.create` while it is being written: every field is text, and may be empty. */
export type CreateDraft = AmountsDraft & {
  name: string;
  cluster: string;
  environment: string;
  partition: string;
  leaseUntil: string;
};

/** Days of a lease that nobody has thought about. */
export const LEASE_DEFAULT_DAYS = 30;

/** Sizes that fit most; whatever else is a custom one. Each has the storage, pods and claims that are usual for it. */
export const SIZES = [size('small', 1), size('medium', 2), size('large', 4)];

export type Size = { id: 'small' | 'medium' | 'large'; amounts: AmountsDraft };

function size(id: Size['id'], cores: number): Size {
  return {
    id,
    amounts: usualAmounts({ cpu: String(cores), memory: `${cores * 2}Gi` })!,
  };
}

/** All amounts for CPU and memory, where these can be read. */
export function usualAmounts(of: {
  cpu: string;
  memory: string;
}): AmountsDraft | undefined {
  const cpuMillicores = parseCpu(of.cpu);
  const memoryBytes = parseMemory(of.memory);
  if (cpuMillicores === undefined || memoryBytes === undefined) {
    return undefined;
  }
  return draftOfResources(usualResources({ cpuMillicores, memoryBytes }));
}

/** The size that amounts have. */
export function sizeOf(amounts: AmountsDraft): Size['id'] | 'custom' {
  const same = (text: string, other: string) =>
    text === other || normal(text) === normal(other);
  const found = SIZES.find(({ amounts: preset }) =>
    Object.entries(preset).every(([field, text]) =>
      same(amounts[field as keyof AmountsDraft], text),
    ),
  );
  return found?.id ?? 'custom';
}

/** `2000m` is `2`, `4096Mi` is `4Gi`. */
function normal(text: string): string {
  const millicores = parseCpu(text);
  if (millicores !== undefined) return formatCpu(millicores);
  const bytes = parseMemory(text);
  return bytes === undefined ? text : formatMemory(bytes);
}

export const EMPTY_DRAFT: CreateDraft = {
  name: '',
  cluster: '',
  environment: '',
  partition: '',
  ...SIZES[1].amounts,
  leaseUntil: '',
};

/** Reads a payload from wherever it comes. */
export function createDraftOf(payload: RequestPayload): CreateDraft {
  return {
    ...amountsIn(payload),
    name: textIn(payload, 'name'),
    cluster: textIn(payload, 'cluster'),
    environment: textIn(payload, 'environment'),
    partition: textIn(payload, 'partition'),
    leaseUntil: textIn(payload, 'leaseUntil'),
  };
}

/** Whether a namespace of this environment has an end: production has none. */
export function hasLease(environment: string): boolean {
  return environment !== 'prod';
}
