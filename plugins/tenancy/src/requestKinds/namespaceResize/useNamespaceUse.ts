import { useApi } from '@backstage/core-plugin-api';
import type { Namespace, Resources } from '@caas/plugin-tenancy-common';
import { useLoadable } from '@caas/portal-ui';
import { clustersViewApiRef } from '../../clustersApi';

/** How far back a peak is kept: two weeks. */
const HOURS = 336;

/** What the pods of a namespace ask for now, and the most that they asked for in two weeks, as far as it is known. */
export type NamespaceUse = {
  now: Partial<Resources>;
  peak: Partial<Resources>;
};

/** Looks at a namespace on its cluster. Where the cluster does not tell, nothing is known. */
export function useNamespaceUse({ cluster, name }: Namespace): NamespaceUse {
  const api = useApi(clustersViewApiRef);
  const use = useLoadable(async (): Promise<NamespaceUse> => {
    const [views, history] = await Promise.all([
      api.namespaces.list({ cluster, name }),
      api.usage.ofNamespace({ cluster, namespace: name, hours: HOURS }),
    ]);
    const view = views.items.find(found => found.name === name);
    return { now: view?.requested ?? {}, peak: history.peak?.requested ?? {} };
  }, [api, cluster, name]);
  return use.status === 'data' ? use.data : { now: {}, peak: {} };
}
