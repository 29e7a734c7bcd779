import type { CpuAndMemory } from '@caas/plugin-clusters-common';
import type { UsageSample, UsageSubject } from '../domain/usageSample';
import type { DbUsageSampleRow } from './tables';

type Amount = number | string | null | undefined;

/** The part of the key that names whose use it is. */
export function keyOfSubject({
  cluster,
  namespace = '',
  tenant = '',
}: UsageSubject): Pick<DbUsageSampleRow, 'cluster' | 'namespace' | 'tenant'> {
  return { cluster, namespace, tenant };
}

export function rowOfSample(
  sample: UsageSubject & UsageSample,
): DbUsageSampleRow {
  const { at, requested, used, allocatable } = sample;
  return {
    ...keyOfSubject(sample),
    at: at.toISOString(),
    requested_cpu: requested.cpuMillicores,
    requested_memory: requested.memoryBytes,
    used_cpu: used?.cpuMillicores ?? null,
    used_memory: used?.memoryBytes ?? null,
    allocatable_cpu: allocatable?.cpuMillicores ?? null,
    allocatable_memory: allocatable?.memoryBytes ?? null,
  };
}

export function sampleOfRow(row: DbUsageSampleRow): UsageSample {
  return {
    at: new Date(row.at),
    requested: amountsOf(row.requested_cpu, row.requested_memory)!,
    used: amountsOf(row.used_cpu, row.used_memory),
    allocatable: amountsOf(row.allocatable_cpu, row.allocatable_memory),
  };
}

/** The highest values, as `max` answers them: all null when there is no row. */
export function peakOfRow(
  row: Partial<DbUsageSampleRow> | undefined,
): Pick<UsageSample, 'requested' | 'used'> | undefined {
  const requested = amountsOf(row?.requested_cpu, row?.requested_memory);
  return (
    requested && { requested, used: amountsOf(row?.used_cpu, row?.used_memory) }
  );
}

/** PostgreSQL gives bigints as text. */
function amountsOf(cpu: Amount, memory: Amount): CpuAndMemory | undefined {
  if (cpu === null || cpu === undefined) return undefined;
  return { cpuMillicores: Number(cpu), memoryBytes: Number(memory) };
}
