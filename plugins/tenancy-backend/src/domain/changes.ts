import {
  dimensionsBeyond,
  mapResources,
  subtractResources,
  type Resources,
} from '@caas/plugin-tenancy-common';

/** Which way a change of amounts goes: policies may let less pass more easily than more. */
export type Direction = 'grow' | 'shrink' | 'mixed';

/** `shrink` for a change of nothing: it takes nothing more. */
export function directionOf(from: Resources, to: Resources): Direction {
  const grows = dimensionsBeyond(to, from).length > 0;
  const shrinks = dimensionsBeyond(from, to).length > 0;
  if (grows) return shrinks ? 'mixed' : 'grow';
  return 'shrink';
}

/** What a change takes on top of what is held already; nothing where it shrinks. */
export function growthOf(from: Resources, to: Resources): Resources {
  const delta = subtractResources(to, from);
  return mapResources(dimension => Math.max(0, delta[dimension]));
}

export function isSame(a: Resources, b: Resources): boolean {
  return (
    dimensionsBeyond(a, b).length === 0 && dimensionsBeyond(b, a).length === 0
  );
}

/** A share of a namespace that an approved request changes. */
export type Resize = {
  requestId: string;
  namespaceId: string;
  /** What it held when the request was submitted: what was approved is the step from here. */
  from: Resources;
  to: Resources;
};

/** A quota that an approved request makes or changes. */
export type QuotaChange = {
  requestId: string;
  /** The quota when the request was submitted; undefined for a new one. */
  from?: Resources;
  to: Resources;
};
