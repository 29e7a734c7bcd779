import { createServiceFactory } from '@backstage/backend-plugin-api';
import { databaseClockServiceRef } from '@caas/database-node';

/** Goes as every clock does, and is put forward by a test. */
export class TurnedClock {
  private ahead = 0;

  now(): Date {
    return new Date(Date.now() + this.ahead);
  }

  async sync(): Promise<void> {}

  /** It is this time now, or already later. */
  turnTo(time: Date): void {
    this.ahead = Math.max(this.ahead, time.getTime() - Date.now());
  }

  /** Puts it in the place of the clock of the database. */
  get feature() {
    return createServiceFactory({
      service: databaseClockServiceRef,
      deps: {},
      factory: () => this,
    });
  }
}
