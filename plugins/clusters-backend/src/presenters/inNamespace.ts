import type { Place } from '../views/queries/visibleNamespaces';

/** What a view keeps of an object for its screen, in its place. All that is kept leaves: it was trimmed for that. */
export function presentTrimmed<T extends { createdAt: number }>(
  place: Place,
  { createdAt, ...shown }: T,
) {
  return { ...place, ...shown, createdAt: timeOf(createdAt) };
}

/** Milliseconds since 1970 as ISO 8601; nothing for a time that the cluster did not tell. */
export function timeOf(milliseconds: number): string | undefined {
  return milliseconds ? new Date(milliseconds).toISOString() : undefined;
}
