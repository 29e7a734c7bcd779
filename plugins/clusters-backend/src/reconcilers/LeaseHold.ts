import type { ApplySetStore } from '../database/ApplySetStore';
import type { ClaimedApplySet, InventoryEntry } from '../domain/applySet';
import type { Clock } from '../domain/Clock';
import { TicketLostError, type Hold } from './Hold';

/** A call to a cluster takes 10 s at most: one fits in what is left, with three to spare. */
const RENEW_AFTER_SECONDS = 3;
/** What was asked for is sent within this time, or not at all: the process slept, and somebody else may have the set. */
const SEND_WITHIN_SECONDS = 8;
/** Short enough that somebody else has taken over 20 s after a kill. */
export const LEASE_SECONDS = 16;

/** The hold that a claim gives: it renews the lease while the work goes on, and ends when the backend stops. */
export class LeaseHold implements Hold {
  private heldSince: Date;

  constructor(
    private readonly options: {
      set: ClaimedApplySet;
      /** When the lease was asked for, not when the answer came. */
      claimedAt: Date;
      sets: ApplySetStore;
      clock: Clock;
      signal: AbortSignal;
    },
  ) {
    this.heldSince = options.claimedAt;
  }

  async assert(): Promise<void> {
    const { set, sets, clock, signal } = this.options;
    if (signal.aborted) throw new TicketLostError();
    const now = clock.now();
    if (this.age(now) < RENEW_AFTER_SECONDS) return;
    const isHeld = await sets.renewLease(set, {
      now,
      leaseSeconds: LEASE_SECONDS,
    });
    if (!isHeld) throw new TicketLostError();
    this.heldSince = now;
  }

  check(): void {
    const { clock, signal } = this.options;
    if (signal.aborted || this.age(clock.now()) >= SEND_WITHIN_SECONDS) {
      throw new TicketLostError();
    }
  }

  private age(now: Date): number {
    return (now.getTime() - this.heldSince.getTime()) / 1000;
  }

  async recordInventory(inventory: InventoryEntry[]): Promise<void> {
    const { set, sets } = this.options;
    if (!(await sets.recordInventory(set, inventory))) {
      throw new TicketLostError();
    }
  }
}
