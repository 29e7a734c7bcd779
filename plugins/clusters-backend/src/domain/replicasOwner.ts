import { FIELD_MANAGER, LABELS } from '@caas/plugin-clusters-common';
import type { LiveObject } from './LiveObject';

/**
 * The apply set that says how many replicas a workload has, if one does.
 *
 * Whoever changed them by hand would be changed back within a minute: they have to ask the domain that owns the set.
 */
export function applySetOfReplicas({
  metadata,
}: LiveObject): string | undefined {
  const isOurs = metadata.managedFields?.some(
    ({ manager, operation, fieldsV1 }) =>
      manager === FIELD_MANAGER &&
      operation === 'Apply' &&
      'f:replicas' in
        ((fieldsV1 as { 'f:spec'?: object } | undefined)?.['f:spec'] ?? {}),
  );
  return isOurs ? (metadata.labels?.[LABELS.partOf] ?? '') : undefined;
}

type Autoscaler = LiveObject & {
  spec?: { scaleTargetRef?: { kind?: string; name?: string } };
};

/** The autoscaler that decides about the replicas of a workload, if one does. */
export function autoscalerOf(
  autoscalers: readonly LiveObject[],
  { kind, name }: { kind: string; name: string },
): string | undefined {
  return autoscalers.find(({ spec }: Autoscaler) => {
    const target = spec?.scaleTargetRef;
    return target?.kind === kind && target.name === name;
  })?.metadata.name;
}
