import { STOP_ANNOTATIONS } from '@caas/plugin-clusters-common';
import type { LiveObject } from './LiveObject';

/** What Kubernetes puts into every namespace by itself. */
const MADE_BY_KUBERNETES = [
  'ConfigMap/kube-root-ca.crt',
  'ServiceAccount/default',
];
/** Metadata that only the cluster that wrote it understands. */
const OF_THE_CLUSTER = [
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'managedFields',
  'selfLink',
  'finalizers',
];
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/**
 * An object as somebody would apply it again: without what the cluster wrote into it, and without what a Secret holds.
 * Undefined for one that another object, or Kubernetes, makes anew.
 */
export function exported(
  object: LiveObject,
  kind: { apiVersion: string; kind: string },
): Record<string, unknown> | undefined {
  const { status: _, metadata, ...rest } = object;
  const isOwned = metadata.ownerReferences?.some(
    ({ controller }) => controller,
  );
  if (isOwned) return undefined;
  if (MADE_BY_KUBERNETES.includes(`${kind.kind}/${metadata.name}`)) {
    return undefined;
  }
  const kept = Object.fromEntries(
    Object.entries(metadata).filter(
      ([field]) => !OF_THE_CLUSTER.includes(field),
    ),
  ) as LiveObject['metadata'];
  if (kept.annotations) {
    // What was applied last may hold what a Secret holds.
    // The step is of this namespace's life: another one would take it for its own, and not be started.
    const {
      [LAST_APPLIED]: __,
      [STOP_ANNOTATIONS.generation]: ___,
      ...annotations
    } = kept.annotations;
    kept.annotations = annotations;
  }
  const whole: Record<string, unknown> = { ...kind, metadata: kept, ...rest };
  if (kind.kind === 'Secret') {
    delete whole.data;
    delete whole.stringData;
  }
  if (kind.kind === 'Service') forgetAddresses(whole);
  return whole;
}

/** Addresses that the cluster chose: another one could not give them. A headless Service stays one. */
function forgetAddresses(service: Record<string, unknown>): void {
  const {
    clusterIP,
    clusterIPs: _,
    ...spec
  } = (service.spec ?? {}) as Record<string, unknown>;
  service.spec = clusterIP === 'None' ? { clusterIP, ...spec } : spec;
}
