import type { RequestPayload } from '@caas/plugin-approvals-common';
import type { ApproverSelector } from '../domain/policy';
import { entityRefAt } from '../domain/entityRefAt';
import type { PeopleDirectory } from './PeopleDirectory';

/**
 * Roles in memory. The key of a role is `tenant-admin@life`, `platform-admin`, or the reference of a group, or of an entity
 * that has an owner.
 */
export class FakePeopleDirectory implements PeopleDirectory {
  readonly holders = new Map<string, string[]>();
  /** Persons whom the catalog does not have. */
  readonly unknown = new Set<string>();
  /** Set while nobody can be asked. */
  failure?: Error;

  async resolve(
    selectors: readonly ApproverSelector[],
    subject: { tenant: string; payload: RequestPayload },
  ) {
    if (this.failure) throw this.failure;
    const found = selectors.flatMap(selector => {
      if ('user' in selector) return [selector.user];
      return this.holders.get(keyOf(selector, subject)) ?? [];
    });
    return [...new Set(found)].sort();
  }

  platformAdmins() {
    return this.resolve([{ platformRole: 'platform-admin' }], {
      tenant: '',
      payload: {},
    });
  }

  async isPerson(userRef: string) {
    if (this.failure) throw this.failure;
    return !this.unknown.has(userRef);
  }
}

function keyOf(
  selector: Exclude<ApproverSelector, { user: string }>,
  { tenant, payload }: { tenant: string; payload: RequestPayload },
): string {
  if ('group' in selector) return selector.group;
  if ('ownerOf' in selector) {
    return entityRefAt(payload, selector.ownerOf) ?? 'nothing';
  }
  return 'tenantRole' in selector
    ? `${selector.tenantRole}@${tenant}`
    : selector.platformRole;
}
