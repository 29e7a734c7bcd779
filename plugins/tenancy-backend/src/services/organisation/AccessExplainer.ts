import type {
  AccessReason,
  PersonAccess,
  TenantRole,
} from '@caas/plugin-tenancy-common';
import type { PeopleDirectory } from '../../clients/PeopleDirectory';
import type { Given, MemberStore } from '../../database/MemberStore';
import type { GroupRole } from '../../domain/groupRoles';
import type { ClaimedGroups } from '../ClaimedGroups';

type Options = {
  members: MemberStore;
  groupRoles: GroupRole[];
  claimedGroups: ClaimedGroups;
  directory: PeopleDirectory;
};

/** Says of everybody in a tenant which roles they have, and why. */
export class AccessExplainer {
  static create(options: Options): AccessExplainer {
    return new AccessExplainer(options);
  }

  private constructor(private readonly options: Options) {}

  /** By user ref. */
  async explain(tenant: string): Promise<PersonAccess[]> {
    const people = new Map<string, PersonAccess>();
    const personOf = (user: string) => {
      const person = people.get(user) ?? nobody(user);
      people.set(user, person);
      return person;
    };
    for (const record of await this.options.members.listPeople(tenant)) {
      const person = personOf(record.user);
      person.department = record.department;
      for (const { role, given } of record.roles) {
        addReason(person, role, reasonOf(given));
      }
      person.customRoles = record.customRoles.map(({ given, ...role }) => ({
        ...role,
        reasons: [reasonOf(given)],
      }));
    }
    for (const entry of this.options.groupRoles) {
      if (!('tenant' in entry) || entry.tenant !== tenant) continue;
      for (const user of await this.listMembers(entry)) {
        addReason(personOf(user), entry.role, {
          source:
            entry.source === 'catalog' ? 'catalog-group' : 'claimed-group',
          group: entry.group,
        });
      }
    }
    const known = await this.options.directory.listKnown([...people.keys()]);
    return [...people.values()]
      .map(person => ({ ...person, isKnown: known.includes(person.user) }))
      .sort((one, other) => (one.user < other.user ? -1 : 1));
  }

  async explainPerson(tenant: string, user: string): Promise<PersonAccess> {
    const people = await this.explain(tenant);
    return people.find(person => person.user === user) ?? nobody(user);
  }

  private listMembers({ source, group }: GroupRole): Promise<string[]> {
    const { claimedGroups, directory } = this.options;
    return source === 'catalog'
      ? directory.listMembers([group])
      : claimedGroups.listMembers([group]);
  }
}

function nobody(user: string): PersonAccess {
  return { user, isKnown: true, roles: [], customRoles: [] };
}

function addReason(
  person: PersonAccess,
  role: TenantRole,
  reason: AccessReason,
): void {
  const held = person.roles.find(entry => entry.role === role);
  if (held) held.reasons.push(reason);
  else person.roles.push({ role, reasons: [reason] });
}

function reasonOf(given: Given | undefined): AccessReason {
  if (!given) return { source: 'file' };
  return { source: 'portal', givenBy: given.by, givenAt: given.at };
}
