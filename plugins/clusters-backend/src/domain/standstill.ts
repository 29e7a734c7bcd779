import { STOP_ANNOTATIONS } from '@caas/plugin-clusters-common';
import type { LiveObject } from './LiveObject';

/** What a stop or a start changes about an object: a merge patch, for the version that was looked at. */
export type StandstillPatch = {
  metadata: {
    resourceVersion: string;
    annotations: Record<string, string | null>;
  };
  spec?: Record<string, number | boolean>;
};

/** Kinds that a stop knows, and how it keeps each from running. DaemonSets have no number, and stay. */
export type StandstillKind = 'Deployment' | 'StatefulSet' | 'CronJob';

const {
  replicas: REPLICAS,
  suspended: SUSPENDED,
  generation,
} = STOP_ANNOTATIONS;

/**
 * How an object comes to a standstill; undefined when it is there already.
 *
 * The number of replicas is remembered in the same write that takes it away, so that a kill leaves either both or neither.
 * No autoscaler brings it back: Kubernetes turns a HorizontalPodAutoscaler off while its target wants no replicas.
 */
export function stopPatch(
  kind: StandstillKind,
  object: LiveObject,
  step: number,
): StandstillPatch | undefined {
  const { spec = {} } = object;
  if (kind === 'CronJob') {
    return spec.suspend
      ? undefined
      : patch(object, step, { [SUSPENDED]: 'true' }, { suspend: true });
  }
  const replicas: number = spec.replicas ?? 1;
  return replicas === 0
    ? undefined
    : patch(object, step, { [REPLICAS]: String(replicas) }, { replicas: 0 });
}

/**
 * How an object runs again as before; undefined when a start of this step, or of a later one, has been here.
 *
 * It writes to whatever it finds, even to what nobody stopped: a stop that looked before and writes late finds another
 * version then, and asks whether it may still stop anything. What somebody has changed since the stop stays as it is.
 */
export function startPatch(
  kind: StandstillKind,
  object: LiveObject,
  step: number,
): StandstillPatch | undefined {
  if (stepOf(object) >= step) return undefined;
  const { metadata, spec = {} } = object;
  const before = metadata.annotations ?? {};
  if (kind === 'CronJob') {
    const wasStopped = before[SUSPENDED] !== undefined && spec.suspend === true;
    return patch(
      object,
      step,
      { [SUSPENDED]: null },
      wasStopped ? { suspend: false } : undefined,
    );
  }
  const replicas = Number(before[REPLICAS]);
  const wasStopped = Number.isInteger(replicas) && spec.replicas === 0;
  return patch(
    object,
    step,
    { [REPLICAS]: null },
    wasStopped && replicas > 0 ? { replicas } : undefined,
  );
}

/** Step of its namespace's life that was here last; 0 for none. */
export function stepOf({ metadata }: LiveObject): number {
  return Number(metadata.annotations?.[generation]) || 0;
}

function patch(
  { metadata }: LiveObject,
  step: number,
  annotations: Record<string, string | null>,
  spec?: StandstillPatch['spec'],
): StandstillPatch {
  return {
    metadata: {
      resourceVersion: metadata.resourceVersion!,
      annotations: { ...annotations, [generation]: String(step) },
    },
    ...(spec && { spec }),
  };
}
