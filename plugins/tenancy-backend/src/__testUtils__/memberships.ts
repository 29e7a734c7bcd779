import { FakePeopleDirectory } from '../clients/FakePeopleDirectory';
import { DatabaseClaimedGroupStore } from '../database/DatabaseClaimedGroupStore';
import type { GroupRole } from '../domain/groupRoles';
import { ClaimedGroups } from '../services/ClaimedGroups';
import { DefaultMembershipService } from '../services/DefaultMembershipService';
import { NOW, type Stores } from './stores';

/** Who is in the catalog of the tests. */
export const PEOPLE = [
  'chen-jing',
  'li-wei',
  'wang-fang',
  'wu-di',
  'zhang-min',
  'zhao-lei',
].map(name => `user:default/${name}`);

/** Roles over real stores and a catalog in memory, with 陈静 as platform administrator. */
export function createMemberships(
  stores: Stores,
  groupRoles: GroupRole[] = [],
  clock = { now: () => NOW },
) {
  const directory = new FakePeopleDirectory();
  PEOPLE.forEach(person => directory.people.add(person));
  const claimedGroups = ClaimedGroups.create({
    store: DatabaseClaimedGroupStore.create(stores),
    groupRoles,
    countForMilliseconds: 24 * 3_600_000,
    clock,
  });
  const memberships = DefaultMembershipService.create({
    ...stores,
    platformRoles: {
      'platform-admin': ['user:default/chen-jing'],
      'cluster-admin': [],
      auditor: [],
    },
    groupRoles,
    claimedGroups,
    directory,
  });
  return { directory, claimedGroups, groupRoles, memberships };
}
