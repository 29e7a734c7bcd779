import type { KubernetesObject } from '../../storage/KubernetesObject';

/** As many addresses as an EndpointSlice holds, unless the controller is told otherwise. */
const MOST_ENDPOINTS = 100;

/** What stands in one slice; a `slice` of its own that is there already, or none yet. */
export type Placed = { slice?: KubernetesObject; pods: KubernetesObject[] };

/**
 * Which pods stand in which EndpointSlice: they stay where they are, the others fill what has room, and what is left empty
 * goes. One slice stays even when there is nobody.
 */
export function placeEndpoints(
  pods: readonly KubernetesObject[],
  slices: readonly KubernetesObject[],
): { placed: Placed[]; dropped: KubernetesObject[] } {
  const places: Placed[] = slices.map(slice => ({ slice, pods: [] }));
  const placeOf = new Map<string, Placed>();
  for (const place of places) {
    for (const { targetRef } of place.slice?.endpoints ?? []) {
      placeOf.set(targetRef?.uid, place);
    }
  }
  const isFull = (place: Placed) => place.pods.length >= MOST_ENDPOINTS;
  const homeless: KubernetesObject[] = [];
  for (const pod of pods) {
    const place = placeOf.get(pod.metadata.uid ?? '');
    if (place && !isFull(place)) place.pods.push(pod);
    else homeless.push(pod);
  }
  let last = 0;
  for (const pod of homeless) {
    while (places[last] && isFull(places[last])) last += 1;
    places[last] ??= { pods: [] };
    places[last].pods.push(pod);
  }
  const used = places.filter((place, index) =>
    pods.length > 0 ? place.pods.length > 0 : index === 0,
  );
  return {
    placed: used.length > 0 ? used : [{ pods: [] }],
    dropped: places
      .filter(place => !used.includes(place))
      .flatMap(({ slice }) => slice ?? []),
  };
}
