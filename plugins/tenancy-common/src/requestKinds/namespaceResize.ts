import { z } from 'zod';
import { namespaceAmounts } from '../amounts';

/** The request kind that gives a namespace another share of its quota. @public */
export const NAMESPACE_RESIZE = 'namespace.resize';

/** Payload of `namespace.resize`: the whole new share. @public */
export const namespaceResizePayload = namespaceAmounts.extend({
  namespace: z
    .string('Choose a namespace')
    .trim()
    .min(1, 'Choose a namespace')
    .max(64)
    .describe('Its id'),
});

/** @public */
export type NamespaceResizePayload = z.infer<typeof namespaceResizePayload>;
