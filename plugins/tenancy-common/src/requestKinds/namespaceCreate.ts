import { says } from '@caas/contract';
import { z } from 'zod';
import { leaseDate } from '../lease';
import { environment } from '../schemas';
import { namespaceAmounts } from '../amounts';

/** The request kind that creates a namespace. @public */
export const NAMESPACE_CREATE = 'namespace.create';

/** Longest name of a namespace that the portal makes: `<tenant>-<name>-<environment>` must fit 63. @public */
export const NAMESPACE_NAME_MAX = 24;

/** The part of the name that the person chooses. @public */
export const namespaceShortName = z
  .string()
  .trim()
  .min(2, says('A name has at least 2 characters', '名称至少 2 个字符'))
  .max(
    NAMESPACE_NAME_MAX,
    says(
      `A name has at most ${NAMESPACE_NAME_MAX} characters`,
      `名称最多 ${NAMESPACE_NAME_MAX} 个字符`,
    ),
  )
  .regex(
    /^[a-z]([a-z0-9-]*[a-z0-9])?$/,
    says(
      'A name is made of lower case letters, digits and hyphens, starts with a letter and does not end with a hyphen',
      '名称由小写字母、数字和连字符组成，以字母开头，不能以连字符结尾',
    ),
  );

/** Name of a partition of a cluster. @public */
export const partitionName = z
  .string()
  .trim()
  .min(1, says('Choose a partition, or leave it out', '请选择分区，或不填'))
  .max(
    63,
    says(
      'A partition name has at most 63 characters',
      '分区名称最多 63 个字符',
    ),
  );

/**
 * Payload of `namespace.create`, as the form sends it. Where storage, pods and volume claims are left out, the namespace
 * gets what `usualResources` says.
 *
 * @public
 */
export const namespaceCreatePayload = namespaceAmounts
  .partial({ storage: true, pods: true, persistentVolumeClaims: true })
  .extend({
    name: namespaceShortName,
    cluster: z
      .string()
      .trim()
      .min(1, says('Choose a cluster', '请选择集群'))
      .max(63),
    environment,
    partition: partitionName.optional(),
    /** Last day of the lease: needed outside of production, where a namespace has one. */
    leaseUntil: leaseDate.optional(),
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
