import type { ApproverSelector } from '../domain/policy';
import type { PeopleDirectory } from './PeopleDirectory';

/** Roles in memory. The key of a role is `tenant-admin@life`, `platform-admin`, or the reference of a group. */
export class FakePeopleDirectory implements PeopleDirectory {
  readonly holders = new Map<string, string[]>();
  /** Set while nobody can be asked. */
  failure?: Error;

  async resolve(selectors: readonly ApproverSelector[], tenant: string) {
    if (this.failure) throw this.failure;
    const found = selectors.flatMap(selector => {
      if ('user' in selector) return [selector.user];
      return this.holders.get(keyOf(selector, tenant)) ?? [];
    });
    return [...new Set(found)].sort();
  }

  platformAdmins() {
    return this.resolve([{ platformRole: 'platform-admin' }], '');
  }
}

function keyOf(
  selector: Exclude<ApproverSelector, { user: string }>,
  tenant: string,
): string {
  if ('group' in selector) return selector.group;
  return 'tenantRole' in selector
    ? `${selector.tenantRole}@${tenant}`
    : selector.platformRole;
}
