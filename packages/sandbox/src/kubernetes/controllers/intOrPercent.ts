/** A number, or a share of a whole: `25%`. */
export function parseIntOrPercent(
  value: number | string,
  whole: number,
  round: (value: number) => number,
): number {
  const percent = /^(\d+)%$/.exec(String(value))?.[1];
  if (percent === undefined) return Number(value) || 0;
  return round((Number(percent) * whole) / 100);
}
