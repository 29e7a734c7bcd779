import type { WriteGuard } from '../clients/KubernetesClient';
import type { InventoryEntry } from '../domain/applySet';

/** The worker lost its ticket: somebody else has the row, and nothing may be written any more. */
export class TicketLostError extends Error {
  override name = 'TicketLostError';
}

/** A worker's hold on a set: what it must ask before each step, so that two workers never write at once. */
export interface Hold extends WriteGuard {
  /** Throws a `TicketLostError` unless the lease lasts for one more call to the cluster. */
  assert(): Promise<void>;
  /** Throws a `TicketLostError` when too much time has passed since. */
  check(): void;
  /** Writes what may be on the cluster from now on; throws a `TicketLostError` when the row is somebody else's. */
  recordInventory(inventory: InventoryEntry[]): Promise<void>;
}
