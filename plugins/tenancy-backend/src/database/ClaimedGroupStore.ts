/** The groups that people's last sign-in claimed, and when. */
export interface ClaimedGroupStore {
  /** Puts these groups in the place of those recorded before. */
  record(user: string, groups: string[], now: Date): Promise<void>;
  /** The groups that a person claimed at this time or later. */
  listGroupsOf(user: string, since: Date): Promise<string[]>;
  /** The people who claimed any of the groups at this time or later. */
  listMembers(groups: string[], since: Date): Promise<string[]>;
  /** Forgets what was claimed before this time. */
  forgetBefore(time: Date): Promise<void>;
}
