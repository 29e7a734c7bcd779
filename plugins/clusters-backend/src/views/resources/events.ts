import type { Watched } from '../Mirror';

/** What a view keeps of an event. */
export type SeenEvent = {
  name: string;
  namespace: string;
  type: string;
  reason: string;
  message: string;
  /** What it is about. */
  kind: string;
  object: string;
  count: number;
  /** Milliseconds since 1970. */
  at: number;
};

/** Longer ones carry whole manifests or stack traces. */
const LONGEST_MESSAGE = 300;

export const EVENTS: Watched<SeenEvent> = {
  path: '/api/v1/events',
  trim: (event, interner) => {
    // Events carry their own fields beside the metadata, which other kinds keep in spec and status.
    const { metadata, ...told } = event as typeof event & CoreEvent;
    const at =
      told.series?.lastObservedTime ??
      told.lastTimestamp ??
      told.eventTime ??
      metadata.creationTimestamp;
    return {
      name: metadata.name!,
      namespace: interner.text(metadata.namespace!),
      type: interner.text(told.type ?? 'Normal'),
      reason: interner.text(told.reason ?? ''),
      message: interner.text((told.message ?? '').slice(0, LONGEST_MESSAGE)),
      kind: interner.text(told.involvedObject?.kind ?? ''),
      object: interner.text(told.involvedObject?.name ?? ''),
      count: told.series?.count ?? told.count ?? 1,
      at: Date.parse(at ?? '') || 0,
    };
  },
};

type CoreEvent = {
  type?: string;
  reason?: string;
  message?: string;
  involvedObject?: { kind?: string; name?: string };
  count?: number;
  lastTimestamp?: string | null;
  eventTime?: string | null;
  series?: { count?: number; lastObservedTime?: string };
};
