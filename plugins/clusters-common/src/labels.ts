/**
 * Labels that the portal puts on what it creates in Kubernetes.
 *
 * @public
 */
export const LABELS = {
  tenant: 'caas.io/tenant',
  environment: 'caas.io/environment',
  partition: 'caas.io/partition',
  /** Membership in an apply set (KEP-3659). */
  partOf: 'applyset.kubernetes.io/part-of',
  managedBy: 'app.kubernetes.io/managed-by',
} as const;

/** Field manager of everything that the portal applies. @public */
export const FIELD_MANAGER = 'caas-portal';
