import type { Access } from '@caas/contract';
import { PORTAL_TABLE } from '@caas/plugin-permission-backend-module-portal';
import type { Case, Target } from './cases';
import { callerFacts, isPerson, type Caller, type Tenant } from './callers';
import type { OperationName } from './operations';

const READ_REQUEST = 'approvals.request.read';

/** The status that the contract and the table of permissions promise. */
export function expectedStatus(
  access: Access,
  {
    about,
    status = 200,
    only,
    foreignService,
    foreignServiceUnknown,
  }: Case<OperationName>,
  caller: Caller,
  target: Target,
): number {
  if (caller === 'nobody' || caller === 'a forged token') return 401;
  const isUnknownRow =
    target === 'unknown' && about !== 'nothing' && about !== 'rows';
  if (!isPerson(caller)) {
    if (isUnknownRow && about !== 'creation')
      return foreignServiceUnknown ?? 404;
    return foreignService ?? status;
  }
  if (access.kind === 'service') return 403;
  if (access.kind !== 'permission') return status;
  const { name } = access.permission;
  const isAllowedNow = (permission: string) =>
    target !== 'unknown' &&
    (only ? only(caller, target) : hasFor(permission, caller, target));
  switch (about) {
    case 'nothing':
      return hasAnywhere(name, caller) ? status : 403;
    case 'rows':
      return status;
    case 'row':
      return hasFor(name, caller, target) ? status : 404;
    case 'creation':
      if (!hasAnywhere(name, caller)) return 403;
      return isAllowedNow(name) ? status : 404;
    default: {
      if (!hasAnywhere(name, caller)) return 403;
      if (!hasFor(READ_REQUEST, caller, target)) return 404;
      return isAllowedNow(name) ? status : 403;
    }
  }
}

/** Whether a list holds the rows of this tenant for a caller. */
export function seesRowsOf(permission: string, caller: Caller, tenant: Tenant) {
  return caller === 'a foreign service' || hasFor(permission, caller, tenant);
}

function hasFor(permission: string, caller: Caller, target: Target) {
  if (target === 'unknown') return false;
  const { platform, tenant, custom } = callerFacts(caller);
  const row = rowOf(permission);
  if (platform && row.platform?.includes(platform)) return true;
  if (custom?.code === target && holds(custom, permission)) return true;
  return tenant?.code === target && Boolean(row.tenant?.includes(tenant.role));
}

function hasAnywhere(permission: string, caller: Caller): boolean {
  const { platform, tenant, custom } = callerFacts(caller);
  const row = rowOf(permission);
  return (
    Boolean(row.involved) ||
    Boolean(custom && holds(custom, permission)) ||
    Boolean(platform && row.platform?.includes(platform)) ||
    Boolean(tenant && row.tenant?.includes(tenant.role))
  );
}

function holds(custom: { permissions: readonly string[] }, permission: string) {
  return custom.permissions.includes(permission);
}

function rowOf(permission: string) {
  const row = PORTAL_TABLE.find(each => each.permission.name === permission);
  if (!row) throw new Error(`'${permission}' is not in the table`);
  return row;
}
