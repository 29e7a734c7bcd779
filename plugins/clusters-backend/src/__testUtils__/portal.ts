import { mockServices } from '@backstage/backend-test-utils';
import { eventually } from '@caas/backend-testing/processes';
import type {
  ApplySetInput,
  ApplySetState,
} from '@caas/plugin-clusters-common';
import type { KubernetesCluster } from '@caas/sandbox';
import { DefaultKubernetesClient } from '../clients/DefaultKubernetesClient';
import type { KubernetesClient } from '../clients/KubernetesClient';
import type { ClusterDefinition } from '../domain/ClusterDefinition';
import type { ApplySetStore } from '../database/ApplySetStore';
import { ApplySetReconciler } from '../reconcilers/ApplySetReconciler';
import { NOW, TENANCY } from './applySets';

type DefinitionChanges = Partial<ClusterDefinition> & {
  url?: string;
  readCa?(): string | undefined;
  token?: string;
};

/** How the configuration would describe a cluster of the sandbox. */
export function definitionOf(
  cluster: KubernetesCluster,
  changes: DefinitionChanges = {},
): ClusterDefinition {
  const { url, readCa, token, ...rest } = changes;
  return {
    name: cluster.name,
    title: '非生产集群',
    titleEn: 'Non-production',
    environments: ['dev', 'test', 'staging'],
    origin: 'config',
    readAccess: () => ({
      url: url ?? cluster.url,
      ca: readCa ? readCa() : cluster.ca,
      user: { token: token ?? cluster.token },
    }),
    ...rest,
  };
}

export function clientOf(
  cluster: KubernetesCluster,
  changes?: DefinitionChanges,
): KubernetesClient {
  return DefaultKubernetesClient.create({
    definition: definitionOf(cluster, changes),
  });
}

/** The reconciler of a backend, with a clock that is moved by hand. */
export function createPortal(
  sets: ApplySetStore,
  clients: Record<string, KubernetesClient>,
  start = NOW,
) {
  let now = start;
  const logger = mockServices.logger.mock();
  const reconciler = ApplySetReconciler.create({
    sets,
    clients: new Map(Object.entries(clients)),
    clock: { now: () => now },
    logger,
    random: () => 0.5,
  });
  const advance = (seconds: number) => {
    now = new Date(now.getTime() + seconds * 1000);
  };
  const after = async (seconds: number) => {
    advance(seconds);
    await reconciler.run();
  };
  const by = () => ({ actor: TENANCY, now });
  return {
    reconciler,
    logger,
    advance,
    after,
    put: (input: ApplySetInput) => sets.put(input, by()),
    delete: ({ cluster, id }: ApplySetInput) =>
      sets.requestDeletion({ cluster, id, reason: 'r9' }, by()),
    /** Runs, and lets time pass, until the set is in a state. */
    async reach(input: ApplySetInput, state: ApplySetState) {
      return eventually(20, async () => {
        await after(1);
        const set = await sets.find(input.cluster, input.id);
        expect(set).toMatchObject({ state });
        return set!;
      });
    },
  };
}
