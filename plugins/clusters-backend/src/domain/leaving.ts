import type { LiveObject } from './LiveObject';

type Condition = { type: string; status: string; message?: string };

/** What a cluster says about a namespace that does not go; the first says most. */
const TELLING = [
  'NamespaceFinalizersRemaining',
  'NamespaceDeletionContentFailure',
  'NamespaceDeletionDiscoveryFailure',
  'NamespaceDeletionGroupVersionParsingFailure',
  'NamespaceContentRemaining',
];

/**
 * What keeps an object that is being deleted from going, in a sentence that names the finalizers; undefined when nothing
 * is known to.
 */
export function heldBy({ metadata, status }: LiveObject): string | undefined {
  if (!metadata.deletionTimestamp) return undefined;
  const own = metadata.finalizers ?? [];
  const conditions = (status?.conditions ?? []) as Condition[];
  const said = TELLING.flatMap(type =>
    conditions.filter(each => each.type === type && each.status === 'True'),
  ).flatMap(({ message }) => message ?? []);
  const sentences = [
    ...(own.length > 0
      ? [`Finalizers ${own.map(name => `'${name}'`).join(', ')} hold it`]
      : []),
    ...said,
  ];
  return sentences.length > 0 ? sentences.join('. ') : undefined;
}
