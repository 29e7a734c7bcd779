import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ClusterConnection } from '@caas/plugin-clusters-node';
import type { Knex } from 'knex';
import { credentialOf } from './clients/credentialOf';
import { DefaultConnectionTester } from './clients/DefaultConnectionTester';
import { DefaultKubernetesClient } from './clients/DefaultKubernetesClient';
import type { KubernetesClient } from './clients/KubernetesClient';
import type { RegistrationConfig } from './config/readRegistration';
import type { ApplySetStore } from './database/ApplySetStore';
import { DatabaseRegistrationStore } from './database/DatabaseRegistrationStore';
import { countStandingSets } from './database/operations/countStandingSets';
import type { ClusterDefinition } from './domain/ClusterDefinition';
import type { Clock } from './domain/Clock';
import { ApplySetReconciler } from './reconcilers/ApplySetReconciler';
import { OrphanCollector } from './reconcilers/OrphanCollector';
import { RegistrationFollower } from './reconcilers/RegistrationFollower';
import { wakeApplySets } from './reconcilers/wakeApplySets';
import { DefaultRegistrationService } from './services/DefaultRegistrationService';
import { ClusterRegistry } from './views/ClusterRegistry';
import { ClusterView } from './views/ClusterView';

type Options = {
  knex: Knex;
  sets: ApplySetStore;
  /** The clusters of the configuration. */
  definitions: ClusterDefinition[];
  config: RegistrationConfig;
  clock: Clock;
  logger: LoggerService;
  /** What is seen of a cluster changed. */
  onChanged?: ConstructorParameters<typeof ClusterView>[0]['onChanged'];
};

/**
 * The clusters of the configuration and those that are registered, each with its view and its lane of the reconciler. Those
 * that are registered are looked up once before it answers, so that no apply set of theirs is taken for one of nowhere.
 */
export async function createRegistry(options: Options) {
  const { knex, sets, definitions, config, clock, logger } = options;
  const registry = new ClusterRegistry();
  const clients = new Map<string, KubernetesClient>();
  const registrations = DatabaseRegistrationStore.create({ knex });
  const reconciler = ApplySetReconciler.create({
    sets,
    clients: new Map(),
    listRegistered: async () =>
      (await registrations.list()).map(({ name }) => name),
    seenOn: cluster => registry.find(cluster)?.view.managed,
    clock,
    logger,
    random: Math.random,
  });
  const wake = wakeApplySets({ sets, reconciler, clock, logger });
  const orphans = OrphanCollector.create({ sets, clock, logger });
  const connect = (definition: ClusterDefinition) => {
    const { name } = definition;
    const client = DefaultKubernetesClient.create({ definition });
    const view = new ClusterView({
      cluster: name,
      client,
      credential: () => credentialOf(definition),
      clock,
      logger,
      onConnected: cluster => wake(cluster),
      onTouched: (cluster, id) => wake(cluster, id),
      onFound: (cluster, found) => orphans.note(cluster, found),
      onChanged: options.onChanged,
    });
    reconciler.connect(name, client);
    clients.set(name, client);
    registry.put({ definition, view });
  };
  for (const definition of definitions) connect(definition);

  const configured = definitions.map(({ name }) => name);
  const follower = RegistrationFollower.create({
    registrations,
    config,
    configured,
    logger,
    connect,
    describe(definition) {
      const { view } = registry.find(definition.name)!;
      registry.put({ definition, view });
    },
    disconnect(name) {
      reconciler.disconnect(name);
      clients.delete(name);
      registry.remove(name);
    },
  });
  await follower.look();
  return {
    registry,
    /** The connection of apply sets and views: every request of it waits for its turn. */
    clientOf: (name: string) => clients.get(name),
    reconciler,
    orphans,
    lookForClusters: () => follower.look(),
    registrations: DefaultRegistrationService.create({
      registrations,
      tester: DefaultConnectionTester.create(config),
      config,
      configured,
      countApplySets: cluster => countStandingSets(knex, cluster),
      clock,
      onChange: () => follower.look(),
    }),
  };
}

/** How each cluster is reached now. One that cannot be, or only by a client certificate, is left out. */
export function connectionsOf(registry: ClusterRegistry): ClusterConnection[] {
  return registry.clusters.flatMap(({ definition }) => {
    const { name, title } = definition;
    try {
      const { url, ca, user } = definition.readAccess();
      return 'token' in user
        ? [{ name, title, url, ca, token: user.token }]
        : [];
    } catch {
      return [];
    }
  });
}
