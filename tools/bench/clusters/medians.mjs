import { median } from '../statistics.mjs';

/** Of several measurements with the same figures, the median of each. */
export function medians(measured) {
  return Object.fromEntries(
    Object.keys(measured[0]).map(name => [
      name,
      median(measured.map(one => one[name])),
    ]),
  );
}
