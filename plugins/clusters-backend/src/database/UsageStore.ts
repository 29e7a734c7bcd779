import type { UsageSample, UsageSubject } from '../domain/usageSample';

/** Keeps use over time. */
export interface UsageStore {
  /** Keeps the higher of what is told and what is there. The same told twice, or by two at once, changes nothing. */
  record(samples: (UsageSubject & UsageSample)[]): Promise<void>;
  /** The samples of a subject since then, in the order of their time. */
  list(subject: UsageSubject, since: Date): Promise<UsageSample[]>;
  /** The highest of all that is kept of a subject since then. */
  findPeak(
    subject: UsageSubject,
    since: Date,
  ): Promise<Pick<UsageSample, 'requested' | 'used'> | undefined>;
  /** Deletes what is too old, and answers how many rows it was. */
  prune(now: Date): Promise<number>;
}
