import type { KubernetesObject } from '../../storage/KubernetesObject';
import { placeEndpoints } from './placeEndpoints';

const podOf = (uid: string): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: uid, namespace: 'life', uid },
});
const podsOf = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => podOf(`p${from + index}`));
const sliceOf = (
  name: string,
  pods: readonly KubernetesObject[],
): KubernetesObject => ({
  apiVersion: 'discovery.k8s.io/v1',
  kind: 'EndpointSlice',
  metadata: { name, namespace: 'life', uid: name },
  endpoints: pods.map(({ metadata }) => ({ targetRef: { uid: metadata.uid } })),
});
const sizes = ({ placed }: ReturnType<typeof placeEndpoints>) =>
  placed.map(({ slice, pods }) => [slice?.metadata.name, pods.length]);

describe('EndpointSlices', () => {
  it('hold a hundred pods each', () => {
    const place = placeEndpoints(podsOf(250), []);
    expect(sizes(place)).toEqual([
      [undefined, 100],
      [undefined, 100],
      [undefined, 50],
    ]);
    const all = place.placed.flatMap(({ pods }) => pods);
    expect(new Set(all).size).toBe(250);
  });

  it('keep the pods that they have, and take others where there is room', () => {
    const first = sliceOf('first', podsOf(100));
    const second = sliceOf('second', podsOf(50, 100));
    // Ten of the first are gone, and thirty are new.
    const place = placeEndpoints(podsOf(170, 10), [first, second]);
    expect(sizes(place)).toEqual([
      ['first', 100],
      ['second', 70],
    ]);
    const [one, other] = place.placed.map(({ pods }) =>
      pods.map(({ metadata }) => metadata.uid),
    );
    expect(one).toEqual(expect.arrayContaining(['p10', 'p99']));
    expect(other).toEqual(expect.arrayContaining(['p100', 'p149']));
    expect(place.dropped).toEqual([]);
  });

  it('go when they are empty, but for one', () => {
    const first = sliceOf('first', podsOf(100));
    const second = sliceOf('second', podsOf(50, 100));
    const smaller = placeEndpoints(podsOf(50, 100), [first, second]);
    expect(sizes(smaller)).toEqual([['second', 50]]);
    expect(smaller.dropped).toEqual([first]);
    const nobody = placeEndpoints([], [first, second]);
    expect(sizes(nobody)).toEqual([['first', 0]]);
    expect(nobody.dropped).toEqual([second]);
    expect(sizes(placeEndpoints([], []))).toEqual([[undefined, 0]]);
  });
});
