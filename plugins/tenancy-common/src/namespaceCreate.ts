import { z } from 'zod';
import { environment } from './schemas';
import { cpuQuantity, memoryQuantity } from './quantities';

/** The request kind that creates a namespace. @public */
export const NAMESPACE_CREATE = 'namespace.create';

/** Longest name of a namespace that the portal makes: `<tenant>-<name>-<environment>` must fit 63. @public */
export const NAMESPACE_NAME_MAX = 24;

/** The part of the name that the person chooses. @public */
export const namespaceShortName = z
  .string()
  .trim()
  .min(2, 'A name has at least 2 characters')
  .max(
    NAMESPACE_NAME_MAX,
    `A name has at most ${NAMESPACE_NAME_MAX} characters`,
  )
  .regex(
    /^[a-z]([a-z0-9-]*[a-z0-9])?$/,
    'A name is made of lower case letters, digits and hyphens, starts with a letter and does not end with a hyphen',
  );

/**
 * Payload of `namespace.create`, as the form sends it.
 *
 * @public
 */
export const namespaceCreatePayload = z.object({
  name: namespaceShortName,
  cluster: z.string().trim().min(1, 'Choose a cluster').max(63),
  environment,
  /** Kubernetes quantities, such as `2` or `500m`, and `4Gi`. */
  cpu: cpuQuantity,
  memory: memoryQuantity,
});

/** @public */
export type NamespaceCreatePayload = z.infer<typeof namespaceCreatePayload>;

/**
 * Name of the namespace on the cluster: `<tenant>-<name>-<environment>`.
 *
 * @public
 */
export function namespaceNameOf(
  tenant: string,
  payload: { name: string; environment: string },
): string {
  return `${tenant}-${payload.name}-${payload.environment}`;
}
