import type { RequestPayload } from '@caas/plugin-approvals-common';
import type { Quota, Resources } from '@caas/plugin-tenancy-common';
import { parseCpu, parseMemory } from '@caas/plugin-tenancy-common';

/** A payload of `namespace.create` while it is being written: every field is text, and may be empty. */
export type NamespaceDraft = {
  name: string;
  cluster: string;
  environment: string;
  cpu: string;
  memory: string;
};

export const EMPTY_DRAFT: NamespaceDraft = {
  name: '',
  cluster: '',
  environment: '',
  cpu: '2',
  memory: '4Gi',
};

/** Reads a payload from wherever it comes. */
export function draftOf(payload: RequestPayload): NamespaceDraft {
  const text = (field: keyof NamespaceDraft) => {
    const value = payload[field];
    return typeof value === 'string' ? value : '';
  };
  return {
    name: text('name'),
    cluster: text('cluster'),
    environment: text('environment'),
    cpu: text('cpu'),
    memory: text('memory'),
  };
}

/** What a pool has left beside approved namespaces. */
export function leftIn({ hard, allocated }: Quota): Resources {
  return {
    cpuMillicores: Math.max(0, hard.cpuMillicores - allocated.cpuMillicores),
    memoryBytes: Math.max(0, hard.memoryBytes - allocated.memoryBytes),
  };
}

/** Whether a draft asks for more than its pool has left. Amounts that cannot be read are another complaint's matter. */
export function exceeds(draft: NamespaceDraft, pool: Quota): boolean {
  const left = leftIn(pool);
  return (
    (parseCpu(draft.cpu) ?? 0) > left.cpuMillicores ||
    (parseMemory(draft.memory) ?? 0) > left.memoryBytes
  );
}
