import type { NotifyData, RequestFile } from '../domain/request';

/** Tells people, and their screens. */
export interface Announcer {
  /** Sends a notification that stays until it is read. Throws when it could not be sent. */
  notify(file: RequestFile, data: NotifyData): Promise<void>;
  /** Tells open screens that a request changed. Never throws: screens also look by themselves. */
  changed(file: RequestFile): void;
}
