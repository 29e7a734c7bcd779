/** Says that something of a tenant changed, to whoever shows it. Nothing depends on being heard. */
export interface ChangeAnnouncer {
  announce(tenant: string): Promise<void>;
}

/** Says that somebody's roles or permissions in a tenant changed, to whoever remembers them. */
export interface RolesAnnouncer {
  /** Whoever hears it in this process has forgotten the old roles when it resolves. */
  announceRoles(tenant: string): Promise<void>;
}
