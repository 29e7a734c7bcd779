import type { Autoscaler } from '@caas/plugin-clusters-common';
import type { Watched } from '../Mirror';
import {
  conditionOf,
  first,
  keepMetadata,
  sentenceOf,
  type Trimmed,
} from './trimmed';
import { isoText } from './times';

/** What a view keeps of a HorizontalPodAutoscaler. */
export type SeenAutoscaler = Trimmed<Autoscaler>;

export const AUTOSCALERS: Watched<SeenAutoscaler> = {
  path: '/apis/autoscaling/v2/horizontalpodautoscalers',
  trim: ({ metadata, spec, status }, interner) => {
    const trouble = [
      conditionOf(status?.conditions, 'AbleToScale'),
      conditionOf(status?.conditions, 'ScalingActive'),
    ].find(condition => condition?.status === 'False');
    const current = first<Metric>(status?.currentMetrics);
    return {
      ...keepMetadata(metadata, interner),
      targetKind: interner.text(spec?.scaleTargetRef?.kind ?? ''),
      target: interner.text(spec?.scaleTargetRef?.name ?? ''),
      minReplicas: spec?.minReplicas ?? 1,
      maxReplicas: spec?.maxReplicas ?? 0,
      currentReplicas: status?.currentReplicas ?? 0,
      desiredReplicas: status?.desiredReplicas ?? 0,
      metrics: first<Metric>(spec?.metrics).map(metric => {
        const name = nameOf(metric);
        const now = current.find(
          other => other.type === metric.type && nameOf(other) === name,
        );
        return {
          name: interner.text(name),
          current: now && valueOf(sourceOf(now)?.current),
          target: valueOf(sourceOf(metric)?.target) ?? '–',
        };
      }),
      reason: sentenceOf(trouble),
      lastScaledAt: isoText(status?.lastScaleTime ?? undefined),
    };
  },
};

/** A value as the one of its fields that is set: a share of what is asked for, a mean of the pods, or a sum. */
type Value = {
  averageUtilization?: number;
  averageValue?: string;
  value?: string;
};
type Source = {
  name?: string;
  metric?: { name: string };
  target?: Value;
  current?: Value;
};
/** The source of a metric stands under a field that is named like its type, such as `containerResource`. */
type Metric = { type: string } & Record<string, Source | string>;

function sourceOf(metric: Metric): Source | undefined {
  const field = metric.type.charAt(0).toLowerCase() + metric.type.slice(1);
  const source = metric[field];
  return typeof source === 'object' ? source : undefined;
}

function nameOf(metric: Metric): string {
  const source = sourceOf(metric);
  return source?.name ?? source?.metric?.name ?? metric.type;
}

function valueOf(value: Value | undefined): string | undefined {
  return value?.averageUtilization !== undefined
    ? `${value.averageUtilization}%`
    : (value?.averageValue ?? value?.value);
}
