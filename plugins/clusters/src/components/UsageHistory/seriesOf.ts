import type { UsageHistory, UsagePoint } from '@caas/plugin-clusters-common';

/** What a chart shows of a history. */
export type Measure = 'cpu' | 'memory';

/** One time of a chart. What is missing leaves a hole in its line. */
export type SeriesPoint = {
  at: number;
  capacity?: number;
  promised?: number;
  used?: number;
};

/** The points of one resource. Where nothing was recorded, a point without values breaks the lines. */
export function seriesOf(
  { points, intervalSeconds }: UsageHistory,
  measure: Measure,
): SeriesPoint[] {
  const interval = intervalSeconds * 1000;
  return points.flatMap((point, index) => {
    const at = Date.parse(point.at);
    const next = points[index + 1];
    const isHole = next && Date.parse(next.at) - at > interval;
    const shown = { at, ...amountsOf(point, measure) };
    return isHole ? [shown, { at: at + interval }] : [shown];
  });
}

/** What a point says of one resource. */
export function amountsOf(
  { allocatable, requested, used }: UsagePoint,
  measure: Measure,
): Omit<SeriesPoint, 'at'> {
  const field = measure === 'cpu' ? 'cpuMillicores' : 'memoryBytes';
  return {
    capacity: allocatable?.[field],
    promised: requested[field],
    used: used?.[field],
  };
}
