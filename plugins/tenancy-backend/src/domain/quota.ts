import {
  dimensionsBeyond,
  subtractResources,
  type Environment,
  type Quota,
  type Resources,
} from '@caas/plugin-tenancy-common';

/** Which quota: a tenant has one for each cluster and environment. Also called its pool. */
export type QuotaKey = {
  tenant: string;
  cluster: string;
  environment: Environment;
};

/** A quota with the tenant that it belongs to. */
export type TenantQuota = Quota & QuotaKey;

/** A pending request's claim on a quota: shown, not enforced. */
export type Reservation = QuotaKey & {
  requestId: string;
  /** Name of the namespace on the cluster. */
  name: string;
  resources: Resources;
};

export function fits(asked: Resources, room: Resources): boolean {
  return dimensionsBeyond(asked, room).length === 0;
}

/** What may still be allocated. Reservations do not count: only approval takes. */
export function leftOf(quota: Pick<Quota, 'hard' | 'allocated'>): Resources {
  return subtractResources(quota.hard, quota.allocated);
}
