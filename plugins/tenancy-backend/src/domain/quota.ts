import {
  formatCpu,
  formatMemory,
  type Environment,
  type Quota,
  type Resources,
} from '@caas/plugin-tenancy-common';

/** Which quota: a tenant has one for each cluster and environment. Also called its pool. */
export type QuotaKey = {
  tenant: string;
  cluster: string;
  environment: Environment;
};

/** A pending request's claim on a quota: shown, not enforced. */
export type Reservation = QuotaKey & {
  requestId: string;
  /** Name of the namespace on the cluster. */
  name: string;
  resources: Resources;
};

export const NOTHING: Resources = { cpuMillicores: 0, memoryBytes: 0 };

export function add(a: Resources, b: Resources): Resources {
  return {
    cpuMillicores: a.cpuMillicores + b.cpuMillicores,
    memoryBytes: a.memoryBytes + b.memoryBytes,
  };
}

/** `a` without `b`; below zero where `b` is more. */
export function subtract(a: Resources, b: Resources): Resources {
  return {
    cpuMillicores: a.cpuMillicores - b.cpuMillicores,
    memoryBytes: a.memoryBytes - b.memoryBytes,
  };
}

export function fits(asked: Resources, room: Resources): boolean {
  return (
    asked.cpuMillicores <= room.cpuMillicores &&
    asked.memoryBytes <= room.memoryBytes
  );
}

/** What may still be allocated. Reservations do not count: only approval takes. */
export function leftOf(quota: Pick<Quota, 'hard' | 'allocated'>): Resources {
  return subtract(quota.hard, quota.allocated);
}

/** `2 cores and 4Gi` */
export function describeResources({
  cpuMillicores,
  memoryBytes,
}: Resources): string {
  const cores = cpuMillicores / 1000;
  return `${cores} ${cores === 1 ? 'core' : 'cores'} and ${formatMemory(memoryBytes)}`;
}

/** `2 核 / 4Gi` */
export function describeResourcesInChinese(resources: Resources): string {
  return `${resources.cpuMillicores / 1000} 核 / ${formatMemory(resources.memoryBytes)}`;
}

/** `cpu: '2', memory: 4Gi`, as the tenants file and Kubernetes write them. */
export function quantitiesOf(resources: Resources): {
  cpu: string;
  memory: string;
} {
  return {
    cpu: formatCpu(resources.cpuMillicores),
    memory: formatMemory(resources.memoryBytes),
  };
}
