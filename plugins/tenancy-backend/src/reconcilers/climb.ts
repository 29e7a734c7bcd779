import type { ClustersClient } from '../clients/ClustersClient';
import type { DependantFinder } from '../clients/DependantFinder';
import type { LeaseNotifier } from '../clients/LeaseNotifier';
import type { LeaseSettlement, LeaseWork } from '../database/LeaseStore';
import type { NamespaceExportStore } from '../database/NamespaceExportStore';
import {
  HOLD_RECHECK_MS,
  isHoldToBeTold,
  leaseChanges,
  type LadderRules,
  type Lease,
  type LeaseChange,
  type Rung,
} from '../domain/lease';
import { ownNamespace } from '../domain/namespace';
import { keepExport } from './keepExport';

/** What the ladder is climbed with. */
export type LadderTools = {
  clusters: ClustersClient;
  exports: NamespaceExportStore;
  dependants: DependantFinder;
  notifier: LeaseNotifier;
  rules: LadderRules;
};

/** What a rung changes, and when the next look comes; at once where nothing is said. */
export type Climbed = {
  change?: LeaseChange;
  life?: LeaseSettlement['life'];
  lookAgainAfterMs?: number;
};

/** Something was left undone for want of time. */
const MORE_AFTER_MS = 1000;

/**
 * Does what one rung asks, once; it may be repeated after a kill anywhere.
 *
 * What takes something away is decided in one attempt and done in the next: the decision is written first, with the step
 * that it has (`beginStop`), so that a renewal that comes in between is seen by both.
 */
export async function climb(
  rung: Rung,
  work: LeaseWork,
  tools: LadderTools,
  now: Date,
): Promise<Climbed> {
  const { lease, namespace } = work;
  const { clusters, exports, notifier, rules } = tools;
  const { until, stage, step } = lease;
  const own = ownNamespace(namespace);
  const inCluster = { ...own, generation: step, reason: `lease-${step}` };
  switch (rung.kind) {
    case 'remind':
      await notifier.tell(namespace, until, rung);
      return { change: leaseChanges.remind(rung.days) };
    case 'stop': {
      if (stage !== 'stopped') {
        const held = await findHold(work, tools, now);
        return (
          held ?? { change: leaseChanges.beginStop(lease), life: 'stopped' }
        );
      }
      const left = await unlessGone(() => clusters.stopNamespace(inCluster));
      if (left > 0) return { lookAgainAfterMs: MORE_AFTER_MS };
      const change = leaseChanges.stopped(now, rules);
      await notifier.tell(namespace, until, {
        kind: 'stopped',
        graceUntil: change.graceUntil!,
      });
      return { change };
    }
    case 'export': {
      const held = await findHold(work, tools, now);
      if (held) return held;
      await ifStanding(async () => {
        const taken = await clusters.exportNamespace(own);
        await keepExport(exports, namespace, `step-${step}`, taken);
      });
      return { change: leaseChanges.exported() };
    }
    case 'delete': {
      const held = await findHold(work, tools, now);
      if (held) return held;
      // Refuses when the one that stands is not the one that we made.
      await ifStanding(() => clusters.lookAtNamespace(own));
      await notifier.tell(namespace, until, { kind: 'deleting' });
      return { life: 'deleting' };
    }
    default: {
      const left = await unlessGone(() => clusters.startNamespace(inCluster));
      return left > 0
        ? { lookAgainAfterMs: MORE_AFTER_MS }
        : { change: leaseChanges.started(), life: 'held' };
    }
  }
}

/** A hold, with what holds; people are told the first time, and once a day. */
async function findHold(
  { lease, namespace }: LeaseWork,
  { dependants, notifier }: LadderTools,
  now: Date,
): Promise<Climbed | undefined> {
  const holders = await dependants.list(namespace);
  if (holders.length === 0) return undefined;
  const isNews = isHoldToBeTold(lease, now);
  if (isNews) {
    await notifier.tell(namespace, lease.until, { kind: 'held', holders });
  }
  return {
    change: leaseChanges.hold(holders, isNews ? now : lease.holdToldAt),
    lookAgainAfterMs: HOLD_RECHECK_MS,
  };
}

/** Workloads that are left; none where nothing stands. */
async function unlessGone(
  work: () => Promise<{ left: number }>,
): Promise<number> {
  let left = 0;
  await ifStanding(async () => {
    left = (await work()).left;
  });
  return left;
}

/** Nothing is there to stop or to keep when somebody has deleted it, or it was never made. */
async function ifStanding(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if ((error as Error).name !== 'NotFoundError') throw error;
  }
}

/** When a lease is due again after an attempt that failed: a cluster that is away keeps it from nothing but its next step. */
export function retryAfterMs({ attempts }: Pick<Lease, 'attempts'>): number {
  return Math.min(2 ** attempts * 1000, 5 * 60_000);
}
