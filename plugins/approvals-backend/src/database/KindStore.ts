import type { RequestKind } from '@caas/plugin-approvals-common';

/** Keeps what can be asked for. */
export interface KindStore {
  find(kind: string): Promise<RequestKind | undefined>;
  list(): Promise<RequestKind[]>;
  /**
   * Replaces what a plugin has announced.
   *
   * @throws ConflictError when another plugin owns one of the kinds.
   */
  announce(
    pluginId: string,
    kinds: Omit<RequestKind, 'pluginId'>[],
    now: Date,
  ): Promise<void>;
}
