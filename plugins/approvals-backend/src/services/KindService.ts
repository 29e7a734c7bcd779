import type { RequestKind } from '@caas/plugin-approvals-common';
import type { KindStore } from '../database/KindStore';
import type { Clock } from '../domain/Clock';

/** What can be asked for. */
export class KindService {
  static create(options: { kinds: KindStore; clock: Clock }): KindService {
    return new KindService(options);
  }

  private constructor(
    private readonly options: { kinds: KindStore; clock: Clock },
  ) {}

  list(): Promise<RequestKind[]> {
    return this.options.kinds.list();
  }

  announce(
    pluginId: string,
    kinds: Omit<RequestKind, 'pluginId'>[],
  ): Promise<void> {
    return this.options.kinds.announce(
      pluginId,
      kinds,
      this.options.clock.now(),
    );
  }
}
