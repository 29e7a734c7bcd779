import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { ExecutionProgressAnnouncer } from '@caas/plugin-approvals-node';
import { BackstageLeaseNotifier } from './clients/BackstageLeaseNotifier';
import type { ClustersClient } from './clients/ClustersClient';
import { DefaultDependantFinder } from './clients/DefaultDependantFinder';
import type { People } from './createPeople';
import type { Stores } from './createStores';
import type { Clock } from './domain/Clock';
import { LeaseReconciler } from './reconcilers/LeaseReconciler';
import { NamespaceReconciler } from './reconcilers/NamespaceReconciler';
import { readLadderRules } from './services/readLadderRules';
import { readPricing } from './services/readPricing';
import { createRequestKinds } from './services/requestKinds/createRequestKinds';
import { UseOfTenants } from './services/UseOfTenants';

type Options = {
  stores: Stores;
  people: People;
  clusters: ClustersClient;
  config: Config;
  auth: AuthService;
  catalog: CatalogService;
  events: EventsService;
  notifications: NotificationService;
  clock: Clock;
  logger: LoggerService;
};

/** Namespaces: the kinds of requests that change them, what brings them to the clusters, and what ends their leases. */
export function createNamespaces(options: Options) {
  const { config } = options;
  const { memberships, announcer } = options.people;
  const parts = {
    ...options,
    ...options.stores,
    memberships,
    announcer,
    dependants: DefaultDependantFinder.create(options),
    progress: ExecutionProgressAnnouncer.create(options),
  };
  const reconciler = NamespaceReconciler.create(parts);
  const ladder = LeaseReconciler.create({
    ...parts,
    notifier: BackstageLeaseNotifier.create({
      ...options,
      listTenantAdmins: tenant =>
        memberships.listHolders('tenant-admin', tenant),
    }),
    rules: readLadderRules(config),
    onDeleting: () => reconciler.wake(),
  });
  const use = UseOfTenants.create(options);
  const requestKinds = createRequestKinds({
    ...parts,
    use,
    pricing: readPricing(config),
    onChange: tenant => {
      void announcer.announce(tenant);
      reconciler.wake();
    },
  });
  return { reconciler, ladder, use, requestKinds };
}
