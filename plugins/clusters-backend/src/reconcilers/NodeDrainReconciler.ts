import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ActionsOf } from '../clients/actionsOfClusters';
import type { NodeDrainStore } from '../database/NodeDrainStore';
import type { Clock } from '../domain/Clock';
import {
  settleDrain,
  type ClaimedDrain,
  type DrainOutcome,
} from '../domain/drain';
import { drainNode } from './drainNode';
import { TicketLostError } from './Hold';

/** A call to a cluster takes 10 s at most; the lease is renewed before each. */
const LEASE_SECONDS = 30;
/** As many nodes as one replica empties at once. */
const AT_ONCE = 10;

type Options = {
  drains: NodeDrainStore;
  actionsOf: ActionsOf;
  clock: Clock;
  logger: LoggerService;
};

/**
 * Empties nodes, as the drains in the database want it.
 *
 * The words are those of the apply sets' reconciler: a drain is *due*, a worker *claims* it with a *ticket* for as long as
 * a *lease* lasts, makes one pass over the node, and *settles*. Each pass looks at the node as it is, so whoever takes over
 * after a kill goes on where the other was. Before each eviction the lease is renewed, which fails as soon as somebody
 * cancels: then no further pod is asked to go. An eviction that was under way at that moment happens.
 *
 * Each drain is claimed and settled by itself, so a cluster that hangs holds up nobody else's.
 */
export class NodeDrainReconciler {
  private active = 0;
  private readonly stopped = new AbortController();

  static create(options: Options): NodeDrainReconciler {
    return new NodeDrainReconciler(options);
  }

  private constructor(private readonly options: Options) {}

  /** Makes one pass over each node that is due. */
  async run(): Promise<void> {
    const { drains, clock } = this.options;
    const room = AT_ONCE - this.active;
    if (room <= 0 || this.stopped.signal.aborted) return;
    this.active += room;
    let claimed: ClaimedDrain[] = [];
    try {
      claimed = await drains.claimDue({
        now: clock.now(),
        leaseSeconds: LEASE_SECONDS,
        limit: room,
        ticket: randomUUID(),
      });
    } finally {
      this.active -= room - claimed.length;
    }
    const results = await Promise.all(
      claimed.map(drain =>
        this.workOn(drain).finally(() => {
          this.active -= 1;
        }),
      ),
    );
    if (results.includes('superseded')) await this.run();
  }

  /** `run` for somebody who does not wait for it. Whatever goes wrong, the rows stay due. */
  wake(): void {
    this.run().catch(error =>
      this.options.logger.warn('Nodes could not be drained', error),
    );
  }

  /** Claims nothing more, and ends passes before their next step; what they hold is due again when its lease ends. */
  stop(): void {
    this.stopped.abort();
  }

  private async workOn(drain: ClaimedDrain) {
    const { drains, clock } = this.options;
    try {
      const outcome = await this.pass(drain);
      const now = clock.now();
      return await drains.settle(drain, settleDrain(drain, outcome, now), now);
    } catch (error) {
      if (!(error instanceof TicketLostError)) throw error;
      return await this.handOn(drain);
    }
  }

  /** Somebody cancelled, or somebody else has it; when we shut down, the lease ends by itself. */
  private async handOn(drain: ClaimedDrain) {
    if (this.stopped.signal.aborted) return 'lost';
    const { drains, clock } = this.options;
    const now = clock.now();
    const nothingNew: DrainOutcome = {
      kind: 'working',
      message: drain.message,
      pods: drain.pods,
    };
    return drains.settle(drain, settleDrain(drain, nothingNew, now), now);
  }

  private async pass(drain: ClaimedDrain): Promise<DrainOutcome> {
    const { drains, actionsOf, clock } = this.options;
    const actions = actionsOf(drain.cluster);
    if (!actions) {
      return {
        kind: 'failed',
        message: {
          'zh-CN': `门户中已没有集群“${drain.cluster}”`,
          en: `The portal does not know the cluster '${drain.cluster}' any more`,
        },
        pods: drain.pods,
      };
    }
    return drainNode({
      drain,
      actions,
      now: () => clock.now(),
      assertHeld: async () => {
        const isHeld =
          !this.stopped.signal.aborted &&
          (await drains.renewLease(drain, {
            now: clock.now(),
            leaseSeconds: LEASE_SECONDS,
          }));
        if (!isHeld) throw new TicketLostError();
      },
    });
  }
}
