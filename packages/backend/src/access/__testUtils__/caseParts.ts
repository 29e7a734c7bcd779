import { dateInDays } from '@caas/backend-testing/processes';
import { callerFacts, type Caller, type Tenant } from './callers';
import type { InputOf, OperationName } from './operations';

/** What is there before the first call: in each tenant a request that waits for its decision, and an apply set. */
export type World = {
  requests: Record<Tenant, string>;
  applySets: Record<Tenant, { cluster: string; id: string }>;
  /** Name of the namespace, on the cluster `nonprod`. */
  namespaces: Record<Tenant, string>;
  /** Name of a pod in that namespace. */
  pods: Record<Tenant, string>;
  /** Makes another request in the tenant, for an operation that ends it. */
  freshRequest(tenant: Tenant): Promise<{ id: string; payloadHash: string }>;
};

/** A tenant, or one that nobody has heard of. */
export type Target = Tenant | 'unknown';

/**
 * What a call is about, which says how it is refused.
 *
 * - `nothing`: no row; whoever lacks the permission is refused with 403
 * - `rows`: a list, which holds nothing of other tenants
 * - `row`: one row to read; 404 when it is not the caller's
 * - `change`: one row to change; 404 when the caller may not even read it, else 403
 * - `creation`: a new row in a tenant; 404 when the caller may not make one there
 */
export type About = 'nothing' | 'rows' | 'row' | 'change' | 'creation';

export type Case<Name extends OperationName> = {
  about: About;
  input(target: Target, world: World): InputOf<Name> | Promise<InputOf<Name>>;
  /** Status for whoever may, when it is not a success. The call is made so that it changes nothing. */
  status?: number;
  /** What the domain asks beyond the permission. */
  only?(caller: Caller, tenant: Tenant): boolean;
  /** Status for a service that does not belong to the portal, when it is not that of whoever may. */
  foreignService?: number;
  /** The same for a row that is not there, when that is not 404. */
  foreignServiceUnknown?: number;
};

const UNKNOWN_REQUEST = '00000000-0000-4000-8000-000000000000';
export const unknownOr = (target: Target) =>
  target === 'unknown' ? 'nowhere' : target;
export const requestOf = (target: Target, { requests }: World) =>
  target === 'unknown' ? UNKNOWN_REQUEST : requests[target];

export const freshOf = (target: Target, world: World) =>
  target === 'unknown'
    ? { id: UNKNOWN_REQUEST, payloadHash: 'of nothing' }
    : world.freshRequest(target);

export const namespacePayload = (name: string) => ({
  name,
  cluster: 'nonprod',
  environment: 'dev',
  cpu: '100m',
  memory: '64Mi',
  leaseUntil: dateInDays(30),
});

export const isRequester = (caller: Caller, tenant: Tenant) =>
  caller === `developer of ${tenant}`;
export const isTenantAdmin = (caller: Caller, tenant: Tenant) =>
  callerFacts(caller).tenant?.code === tenant &&
  callerFacts(caller).tenant?.role === 'tenant-admin';
