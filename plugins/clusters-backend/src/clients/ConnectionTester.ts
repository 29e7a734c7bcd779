import type { ConnectionTest } from '@caas/plugin-clusters-common';

/** What somebody wants to connect to. */
export type Connection = { url: string; ca: string; token: string };

/** Tries connections that nobody has vouched for yet. */
export interface ConnectionTester {
  /** Answers within 10 seconds, whatever the host does. */
  test(connection: Connection): Promise<ConnectionTest>;
}
