import { z } from 'zod';
import { leaseDate } from '../lease';
import { namespaceId } from './namespaceId';

/** The request kind that lets a namespace stay longer. @public */
export const NAMESPACE_RENEW = 'namespace.renew';

/**
 * Payload of `namespace.renew`, as the form sends it.
 *
 * @public
 */
export const namespaceRenewPayload = z.object({
  namespace: namespaceId,
  /** Last day of the lease. */
  leaseUntil: leaseDate,
});

/** @public */
export type NamespaceRenewPayload = z.infer<typeof namespaceRenewPayload>;
