import { kindOf, type ObjectStore } from '../storage/ObjectStore';

/** How long events are kept, as a real API server does unless told otherwise. */
const KEPT_MS = 3600_000;

/** Removes the events of which the last is an hour old. */
export function forgetOldEvents(store: ObjectStore): void {
  const kind = kindOf('Event');
  const before = store.now().getTime() - KEPT_MS;
  for (const event of store.list(kind)) {
    const { lastTimestamp, eventTime, metadata } = event;
    const last = lastTimestamp ?? eventTime ?? metadata.creationTimestamp;
    if (Date.parse(last ?? '') < before) store.remove(kind, event);
  }
}
