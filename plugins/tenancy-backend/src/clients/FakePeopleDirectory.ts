import type { PeopleDirectory } from './PeopleDirectory';

/** People and groups in memory, for tests. */
export class FakePeopleDirectory implements PeopleDirectory {
  readonly people = new Set<string>();
  /** People by group. */
  readonly groups = new Map<string, string[]>();

  async findGroupsOf(user: string): Promise<string[] | undefined> {
    if (!this.people.has(user)) return undefined;
    return [...this.groups]
      .filter(([, members]) => members.includes(user))
      .map(([group]) => group);
  }

  async listMembers(groups: string[]): Promise<string[]> {
    const members = groups.flatMap(group => this.groups.get(group) ?? []);
    return [...new Set(members)];
  }

  async listKnown(users: string[]): Promise<string[]> {
    return users.filter(ref => this.people.has(ref) || this.groups.has(ref));
  }
}
