/** The people and groups of the catalog, as they are now. */
export interface PeopleDirectory {
  /** The groups that a person is in; undefined for somebody whom the catalog does not know. */
  findGroupsOf(user: string): Promise<string[] | undefined>;
  /** The people in any of the groups. */
  listMembers(groups: string[]): Promise<string[]>;
  /** Those of the people, or groups, whom the catalog knows. */
  listKnown(refs: string[]): Promise<string[]>;
}
