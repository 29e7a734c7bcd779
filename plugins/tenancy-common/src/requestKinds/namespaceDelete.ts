import { z } from 'zod';
import { namespaceId } from './namespaceId';

/** The request kind that deletes a namespace with everything in it. @public */
export const NAMESPACE_DELETE = 'namespace.delete';

/**
 * Payload of `namespace.delete`, as the form sends it.
 *
 * @public
 */
export const namespaceDeletePayload = z.object({ namespace: namespaceId });

/** @public */
export type NamespaceDeletePayload = z.infer<typeof namespaceDeletePayload>;
