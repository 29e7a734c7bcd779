import { says } from '@caas/contract';
import { z } from 'zod';
import { namespaceAmounts } from '../amounts';

/** The request kind that gives a namespace another share of its quota. @public */
export const NAMESPACE_RESIZE = 'namespace.resize';

/** Payload of `namespace.resize`: the whole new share. @public */
export const namespaceResizePayload = namespaceAmounts.extend({
  namespace: z
    .string(says('Choose a namespace', '请选择命名空间'))
    .trim()
    .min(1, says('Choose a namespace', '请选择命名空间'))
    .max(64)
    .describe('Its id'),
});

/** @public */
export type NamespaceResizePayload = z.infer<typeof namespaceResizePayload>;
