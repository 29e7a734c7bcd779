import {
  kindOf,
  type ObjectStore,
  type WatchEvent,
} from '../storage/ObjectStore';
import { reconcileDefinition } from '../customResources/reconcileDefinition';
import { forgetOldEvents } from '../events/forgetOldEvents';
import type { KubernetesObject } from '../storage/KubernetesObject';
import { collectGarbage } from './collectGarbage';
import { usageOfPod } from '../metrics/usage';
import { Autoscaling } from './autoscaling/Autoscaling';
import { reconcileCronJob } from './cronJobs/reconcileCronJob';
import { reconcileDaemonSet } from './daemonSets/reconcileDaemonSet';
import { reconcileDeployment } from './deployments/reconcileDeployment';
import { reconcileGateways } from './gateways/reconcileGateways';
import { reconcileJob } from './jobs/reconcileJob';
import { reconcileNamespace, reconcileNamespaceContent } from './namespaces';
import { isImageKnownByTag, type IsImageKnown } from './kubelet/isImageKnown';
import { recordStop, runPods, type KubeletOptions } from './kubelet/runPods';
import { Pass } from './Pass';
import { schedulePods } from './scheduling/schedulePods';
import { reconcileDisruptionBudgets } from './disruptionBudgets';
import { reconcileQuota } from './quotas';
import { reconcileReplicaSet } from './replicaSets';
import { reconcileEndpoints } from './services/reconcileEndpoints';
import { reconcileStatefulSet } from './statefulSets/reconcileStatefulSet';
import { touchedNamespaces } from './touchedNamespaces';
import { reconcileVolumes } from './volumes/reconcileVolumes';

/** How long the sandbox's nodes take to start a container. */
const POD_START_MS = 400;

/** The loop rests at least this many times as long as its last pass took, so that requests have the rest of the time. */
const REST = 3;

/** How often the loop looks whether something is due: the clock of a test may jump. */
const LOOK_MS = 1000;

/** How often events that are too old are looked for. */
const FORGET_EVERY_MS = 60_000;

/**
 * The controllers that bring a cluster to life, in one loop.
 *
 * Each change wakes the loop; a pass looks at the namespaces in which something changed, and passes follow each other
 * until one changes nothing. Like Kubernetes' own controllers it needs no memory: after a restart it looks at everything
 * once, and goes on from what is stored.
 */
export class Controllers {
  private stopListening?: () => void;
  private timer?: NodeJS.Timeout;
  private wakesAt = Infinity;
  private restMs = 5;
  private touched = new Set<string>();
  private readonly due = new Map<string, number>();
  /** Pods that are gone, and of which nobody has said so yet. */
  private readonly stopped: KubernetesObject[] = [];
  private readonly kubelet: KubeletOptions;
  private readonly autoscaling = new Autoscaling(usageOfPod);
  private forgetting?: NodeJS.Timeout;

  constructor(
    private readonly store: ObjectStore,
    private readonly now: () => Date,
    private readonly certificate: string,
    isImageKnown: IsImageKnown = isImageKnownByTag,
  ) {
    this.kubelet = { startMs: POD_START_MS, isImageKnown };
  }

  start(): void {
    this.stopListening = this.store.listen(event => this.onChange(event));
    for (const { metadata } of this.store.list(kindOf('Namespace'))) {
      this.touched.add(metadata.name);
    }
    this.wake(0);
    forgetOldEvents(this.store);
    this.forgetting = setInterval(
      () => forgetOldEvents(this.store),
      FORGET_EVERY_MS,
    ).unref();
  }

  stop(): void {
    this.stopListening?.();
    clearInterval(this.forgetting);
    clearTimeout(this.timer);
    this.wakesAt = Infinity;
  }

  private onChange(event: WatchEvent): void {
    if (event.kind.kind === 'Event') return;
    if (event.kind.kind === 'Pod' && event.type === 'DELETED') {
      this.stopped.push(event.object);
    }
    for (const namespace of touchedNamespaces(this.store, event)) {
      this.touched.add(namespace);
    }
    this.wake(this.restMs);
  }

  /** Has the loop run after a while; it runs earlier if that was said before. */
  private wake(delayMs: number): void {
    const at = performance.now() + delayMs;
    if (at >= this.wakesAt) return;
    clearTimeout(this.timer);
    this.wakesAt = at;
    this.timer = setTimeout(() => this.run(), delayMs);
  }

  private run(): void {
    this.wakesAt = Infinity;
    const before = performance.now();
    this.pass();
    this.restMs = Math.max(5, REST * (performance.now() - before));
    // What the pass itself changed wakes the loop no earlier than that.
    clearTimeout(this.timer);
    this.wakesAt = Infinity;
    const left = Math.min(...this.due.values()) - this.now().getTime();
    const waits = [
      ...(this.touched.size > 0 ? [this.restMs] : []),
      ...(this.due.size > 0
        ? [Math.min(Math.max(left, this.restMs), LOOK_MS)]
        : []),
    ];
    if (waits.length > 0) this.wake(Math.min(...waits));
  }

  /** One look at what changed. */
  private pass(): void {
    const { store } = this;
    const now = this.now();
    const pass = new Pass(store, now, this.namespacesOfPass(now));
    reconcileNamespace(store);
    reconcileNamespaceContent(store, this.certificate);
    reconcileDefinition(store);
    collectGarbage(store);
    reconcileDeployment(pass);
    reconcileReplicaSet(pass);
    reconcileStatefulSet(pass);
    reconcileDaemonSet(pass);
    reconcileCronJob(pass);
    reconcileJob(pass);
    reconcileVolumes(pass);
    for (const pod of this.stopped.splice(0)) recordStop(pass, pod);
    schedulePods(pass);
    runPods(pass, this.kubelet);
    reconcileEndpoints(pass);
    reconcileGateways(pass);
    this.autoscaling.reconcile(pass);
    reconcileDisruptionBudgets(pass);
    reconcileQuota(pass);
    for (const [namespace, at] of pass.wishes) this.due.set(namespace, at);
  }

  private namespacesOfPass(now: Date): string[] {
    const namespaces = this.touched;
    this.touched = new Set();
    for (const [namespace, at] of this.due) {
      if (at <= now.getTime()) namespaces.add(namespace);
    }
    // Whoever still waits says so again.
    for (const namespace of namespaces) this.due.delete(namespace);
    return [...namespaces].sort();
  }
}
