import type { DelegationRecord } from '../domain/delegation';
import type { NotifyData, RequestFile } from '../domain/request';

/** Tells people, and their screens. */
export interface Announcer {
  /** Sends a notification that stays until it is read. Throws when it could not be sent. */
  notify(file: RequestFile, data: NotifyData): Promise<void>;
  /** Tells open screens that a request changed. Never throws: screens also look by themselves. */
  changed(file: RequestFile): void;
  /**
   * Tells the other of the two that somebody stands in, or does so no more. Never throws: the page of delegations shows it,
   * too, and who stands in hears of each request by itself.
   */
  delegated(delegation: DelegationRecord, by: string): void;
}
