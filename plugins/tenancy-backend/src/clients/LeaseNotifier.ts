import type { NamespaceRecord } from '../domain/namespace';
import type { Holder } from '../domain/lease';

/** What happens to a lease that people are told. */
export type LeaseNews =
  | { kind: 'remind'; days: number }
  | { kind: 'held'; holders: Holder[] }
  | { kind: 'stopped'; graceUntil: Date }
  | { kind: 'deleting' };

/** Tells the requester and the administrators of the tenant. */
export interface LeaseNotifier {
  /**
   * The same news twice is one message. Throws when it could not be sent.
   *
   * @param until - End of the lease that it is about.
   */
  tell(namespace: NamespaceRecord, until: Date, news: LeaseNews): Promise<void>;
}
