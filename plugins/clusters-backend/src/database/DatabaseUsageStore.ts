import type { Knex } from 'knex';
import {
  CLUSTER_SAMPLES,
  NAMESPACE_SAMPLES,
  type UsageSample,
  type UsageSubject,
} from '../domain/usageSample';
import { recordUsage } from './operations/recordUsage';
import type { DbUsageSampleRow } from './tables';
import type { UsageStore } from './UsageStore';
import { keyOfSubject, peakOfRow, sampleOfRow } from './usageRows';

const DAY_MS = 24 * 3600 * 1000;

export class DatabaseUsageStore implements UsageStore {
  static create(options: { knex: Knex }): DatabaseUsageStore {
    return new DatabaseUsageStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async record(samples: (UsageSubject & UsageSample)[]) {
    await recordUsage(this.knex, samples);
  }

  async list(subject: UsageSubject, since: Date) {
    const rows: DbUsageSampleRow[] = await this.rowsOf(subject, since).orderBy(
      'at',
    );
    return rows.map(sampleOfRow);
  }

  async findPeak(subject: UsageSubject, since: Date) {
    const row = await this.rowsOf(subject, since)
      .max({ requested_cpu: 'requested_cpu' })
      .max({ requested_memory: 'requested_memory' })
      .max({ used_cpu: 'used_cpu' })
      .max({ used_memory: 'used_memory' })
      .first();
    return peakOfRow(row as Partial<DbUsageSampleRow> | undefined);
  }

  async prune(now: Date) {
    const before = (days: number) =>
      new Date(now.getTime() - days * DAY_MS).toISOString();
    const clusters = await this.rows()
      .where({ namespace: '' })
      .where('at', '<', before(CLUSTER_SAMPLES.keptDays))
      .delete();
    const namespaces = await this.rows()
      .where('at', '<', before(NAMESPACE_SAMPLES.keptDays))
      .delete();
    return clusters + namespaces;
  }

  private rowsOf(subject: UsageSubject, since: Date) {
    return this.rows()
      .where(keyOfSubject(subject))
      .where('at', '>=', since.toISOString());
  }

  private rows() {
    return this.knex<DbUsageSampleRow>('usage_samples');
  }
}
