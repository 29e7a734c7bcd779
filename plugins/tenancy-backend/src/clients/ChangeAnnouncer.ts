/** Says that something of a tenant changed, to whoever shows it. Nothing depends on being heard. */
export interface ChangeAnnouncer {
  announce(tenant: string): Promise<void>;
}
