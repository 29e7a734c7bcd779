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

/** Annotations that the portal writes when it stops what runs in a namespace. @public */
export const STOP_ANNOTATIONS = {
  /** How many replicas a workload had. */
  replicas: 'caas.io/replicas-before-stop',
  /** A CronJob that the stop suspended, and nobody else. */
  suspended: 'caas.io/suspended-by-stop',
  /** Step of the namespace's life that changed an object last. */
  generation: 'caas.io/lifecycle-generation',
} as const;

/** Field manager of everything that the portal applies. @public */
export const FIELD_MANAGER = 'caas-portal';
