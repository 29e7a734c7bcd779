import { useEffect, useState } from 'react';
import { useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  CLUSTERS_CHANNEL,
  type ClusterChange,
  type ClusterResource,
} from '@caas/plugin-clusters-common';

/** Between two reloads: while ten thousand pods change, a signal comes each second, for ever. */
const LEAST_PAUSE_MS = 3000;
/** Every open screen hears of the same change: they should not all ask in the same moment. */
const SPREAD_MS = 500;

/**
 * A value that changes when something on a cluster did, for `reloadOn` of `useLoadable`.
 *
 * @remarks
 * The first change after a quiet time is told at once, those that follow together every three seconds; the last is told
 * too. A signal can be lost, so whoever uses it polls slowly as well.
 *
 * @param cluster - Listen to this cluster only.
 * @param resources - Listen to these only; to none with an empty list.
 */
export function useClusterChanges(
  cluster?: string,
  resources?: readonly ClusterResource[],
): unknown {
  const signals = useApiHolder().get(signalApiRef);
  const [change, setChange] = useState(0);
  const wanted = resources?.join();
  useEffect(() => {
    if (!signals) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let toldAt = -Infinity;
    const tell = () => {
      timer = undefined;
      toldAt = performance.now();
      setChange(count => count + 1);
    };
    const { unsubscribe } = signals.subscribe<ClusterChange>(
      CLUSTERS_CHANNEL,
      message => {
        const concerns =
          (!cluster || message.cluster === cluster) &&
          (wanted === undefined ||
            wanted.split(',').some(each => isAmong(each, message.resources)));
        if (!concerns || timer) return;
        const pause = toldAt + LEAST_PAUSE_MS - performance.now();
        timer = setTimeout(
          tell,
          Math.max(pause, 0) + Math.random() * SPREAD_MS,
        );
      },
    );
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [signals, cluster, wanted]);
  return change;
}

function isAmong(resource: string, resources: readonly string[]): boolean {
  return resources.includes(resource);
}
