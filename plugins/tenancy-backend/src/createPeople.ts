import type {
  AuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { CatalogPeopleDirectory } from './clients/CatalogPeopleDirectory';
import { PolicyHeldPermissions } from './clients/PolicyHeldPermissions';
import { SignalsChangeAnnouncer } from './clients/SignalsChangeAnnouncer';
import type { Stores } from './createStores';
import type { Clock } from './domain/Clock';
import { ClaimedGroups } from './services/ClaimedGroups';
import { DefaultMembershipService } from './services/DefaultMembershipService';
import { createOrganisation } from './services/organisation/createOrganisation';
import { readPlatformRoles } from './services/platformRoles';
import {
  readClaimedGroupsCountFor,
  readGroupRoles,
} from './services/readGroupRoles';

type Options = {
  stores: Stores;
  config: Config;
  auth: AuthService;
  catalog: CatalogService;
  permissions: PermissionsService;
  events: EventsService;
  signals: SignalsService;
  clock: Clock;
  logger: LoggerService;
};

/** Who has which roles, who changes that, and who hears of changes. */
export function createPeople(options: Options) {
  const { stores, config, clock } = options;
  const groupRoles = readGroupRoles(config);
  const directory = CatalogPeopleDirectory.create(options);
  const claimedGroups = ClaimedGroups.create({
    store: stores.claimedGroupRecords,
    groupRoles,
    countForMilliseconds: readClaimedGroupsCountFor(config),
    clock,
  });
  const shared = { ...stores, groupRoles, claimedGroups, directory };
  const memberships = DefaultMembershipService.create({
    ...shared,
    platformRoles: readPlatformRoles(config),
  });
  const announcer = SignalsChangeAnnouncer.create({
    ...options,
    listAudience: tenant => memberships.listAudience(tenant),
  });
  const organisation = createOrganisation({
    ...shared,
    memberships,
    held: PolicyHeldPermissions.create(options),
    announcer,
    clock,
  });
  return { memberships, claimedGroups, announcer, organisation };
}

/** @see createPeople */
export type People = ReturnType<typeof createPeople>;
