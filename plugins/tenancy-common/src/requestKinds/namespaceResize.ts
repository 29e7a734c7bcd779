import type { z } from 'zod';
import { namespaceAmounts } from '../amounts';
import { namespaceId } from './namespaceId';

/** The request kind that gives a namespace another share of its quota. @public */
export const NAMESPACE_RESIZE = 'namespace.resize';

/** Payload of `namespace.resize`: the whole new share. @public */
export const namespaceResizePayload = namespaceAmounts.extend({
  namespace: namespaceId.describe('Its id'),
});

/** @public */
export type NamespaceResizePayload = z.infer<typeof namespaceResizePayload>;
