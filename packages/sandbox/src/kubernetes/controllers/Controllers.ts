import type { ObjectStore, WatchEvent } from '../storage/ObjectStore';
import { reconcileDefinition } from '../customResources/reconcileDefinition';
import { collectGarbage } from './collectGarbage';
import { reconcileDeployment, reconcileReplicaSet } from './workloads';
import { reconcileNamespace, reconcileNamespaceContent } from './namespaces';
import { reconcilePod } from './pods';
import { reconcileQuota } from './quotas';

/** How long the sandbox's nodes take to start a container. */
const POD_START_MS = 400;

/**
 * The controllers that bring a cluster to life, in one loop.
 *
 * Each change wakes the loop; a pass looks at everything, and passes follow each other until one changes nothing. That
 * is slow on a large cluster and simple on a small one, and like Kubernetes' own controllers it needs no memory: after a
 * restart it goes on from what is stored.
 */
export class Controllers {
  private stopListening?: () => void;
  private timer?: NodeJS.Timeout;
  private scheduled = false;

  constructor(
    private readonly store: ObjectStore,
    private readonly now: () => Date,
    private readonly certificate: string,
    private readonly podStartMs = POD_START_MS,
  ) {}

  start(): void {
    this.stopListening = this.store.listen(event => this.onChange(event));
    this.wake(0);
  }

  stop(): void {
    this.stopListening?.();
    clearTimeout(this.timer);
    this.scheduled = false;
  }

  private onChange(event: WatchEvent): void {
    if (event.kind.kind !== 'Event') this.wake(5);
  }

  private wake(delayMs: number): void {
    if (this.scheduled) return;
    this.scheduled = true;
    this.timer = setTimeout(() => {
      this.scheduled = false;
      const again = this.pass();
      if (again !== undefined) this.wake(again);
    }, delayMs);
  }

  /** One look at everything; answers when to look again, if something only needs time. */
  private pass(): number | undefined {
    const { store, now } = this;
    reconcileNamespace(store);
    reconcileNamespaceContent(store, this.certificate);
    reconcileDefinition(store);
    collectGarbage(store);
    reconcileDeployment(store);
    reconcileReplicaSet(store);
    const waiting = reconcilePod(store, now(), this.podStartMs);
    reconcileQuota(store);
    return waiting;
  }
}
