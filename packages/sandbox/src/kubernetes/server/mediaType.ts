import type { IncomingMessage } from 'node:http';

/** What a client wants instead of the objects themselves: a table, their metadata, or discovery in one piece. */
export type Form =
  'Table' | 'PartialObjectMetadata' | 'APIGroupDiscoveryList' | undefined;

/** The first form of the `Accept` header that we know. */
export function wantedForm({ headers }: IncomingMessage): Form {
  for (const type of (headers.accept ?? '').split(',')) {
    const as = /;\s*as=(\w+)/.exec(type)?.[1];
    if (as === undefined) {
      if (/application\/json|\*\/\*/.test(type)) return undefined;
    } else if (as === 'Table') return as;
    else if (as.startsWith('PartialObjectMetadata')) {
      return 'PartialObjectMetadata';
    } else if (as === 'APIGroupDiscoveryList' && /;\s*v=v2\b/.test(type)) {
      return as;
    }
  }
  return undefined;
}
