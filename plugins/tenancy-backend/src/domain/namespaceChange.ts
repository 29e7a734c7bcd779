import {
  amountsOfResources,
  ENVIRONMENTS,
  namespaceAmounts,
  namespaceResizePayload,
  resourcesOfAmounts,
  type Resources,
} from '@caas/plugin-tenancy-common';
import { z } from 'zod';
import { directionOf } from './changes';
import type { NamespaceRecord } from './namespace';
import { parsePayload } from './parsePayload';

/** The normal form of `namespace.resize`: with what the namespace had when it was submitted. */
const frozenResize = namespaceResizePayload.extend({
  name: z.string(),
  cluster: z.string(),
  environment: z.enum(ENVIRONMENTS),
  from: namespaceAmounts,
  direction: z.enum(['grow', 'shrink', 'mixed']),
});

export type FrozenResize = z.infer<typeof frozenResize>;

/** What a `namespace.resize` request asks for, as a form sends it. @throws InputError with one sentence for each field. */
export function parseResize(raw: unknown): {
  namespace: string;
  to: Resources;
} {
  const { namespace, ...amounts } = parsePayload(namespaceResizePayload, raw);
  return { namespace, to: resourcesOfAmounts(amounts) };
}

export function freezeResize(
  { id, name, cluster, environment, resources }: NamespaceRecord,
  to: Resources,
): FrozenResize {
  return {
    namespace: id,
    name,
    cluster,
    environment,
    ...amountsOfResources(to),
    from: amountsOfResources(resources),
    direction: directionOf(resources, to),
  };
}

/** What the desk kept of a `namespace.resize` request. */
export function readFrozenResize(raw: unknown) {
  const { from, ...payload } = parsePayload(frozenResize, raw);
  return {
    payload,
    from: resourcesOfAmounts(from),
    to: resourcesOfAmounts(payload),
  };
}
