import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError, invalidOptions } from '../api/ApiError';
import { apiVersionOf } from '../api/kinds';
import type { KubernetesObject } from '../storage/KubernetesObject';
import type { ObjectStore, WatchEvent } from '../storage/ObjectStore';
import type { Target } from './request';
import { toTable } from './table';

/** How often a watch that allows bookmarks gets one, if anything has changed on the cluster. */
const BOOKMARK_MS = 10_000;

/** How long before its end a watch gets its last bookmark, so that the next one can begin there. */
const LAST_BOOKMARK_MS = 2000;

/**
 * Streams the changes of a kind, one JSON line each, from a resource version on.
 *
 * A version of 0, or none, starts with what is there. A version that is too old is answered with `410 Gone`, as an
 * `ERROR` event once the stream has begun.
 */
export function serveWatch(options: {
  store: ObjectStore;
  target: Target;
  query: URLSearchParams;
  matches(object: KubernetesObject): boolean;
  request: IncomingMessage;
  response: ServerResponse;
  now(): Date;
}): void {
  const { store, target, query, matches, request, response, now } = options;
  checkWatch(query);
  const allowsBookmarks = query.get('allowWatchBookmarks') === 'true';
  const asTable = /as=Table/.test(request.headers.accept ?? '');
  response.writeHead(200, { 'content-type': 'application/json' });
  response.flushHeaders();

  const write = (type: string, object: unknown) =>
    void response.write(`${JSON.stringify({ type, object })}\n`);
  const emit = (type: string, object: KubernetesObject) =>
    write(type, asTable ? toTable(target.kind, [object], {}, now()) : object);
  let marked = query.get('resourceVersion') ?? '';
  const bookmark = (annotations?: Record<string, string>) => {
    const { resourceVersion } = store;
    if (resourceVersion === marked && !annotations) return;
    marked = resourceVersion;
    write('BOOKMARK', {
      kind: target.kind.kind,
      apiVersion: apiVersionOf(target.kind),
      metadata: { resourceVersion, ...(annotations && { annotations }) },
    });
  };
  const forward = (event: WatchEvent) => {
    const { object } = event;
    const isOurs =
      event.kind === target.kind &&
      (!target.namespace || object.metadata.namespace === target.namespace) &&
      (!target.name || object.metadata.name === target.name);
    if (!isOurs) return;
    const type = typeFor(event, matches);
    if (type) emit(type, object);
  };

  try {
    const version = query.get('resourceVersion') ?? '';
    const isInitial = query.get('sendInitialEvents') === 'true';
    if (version && version !== '0' && !isInitial) {
      for (const event of store.since(Number(version))) forward(event);
    } else {
      for (const object of store.list(target.kind, target.namespace)) {
        if (matches(object)) emit('ADDED', object);
      }
      if (isInitial || allowsBookmarks) {
        bookmark({ 'k8s.io/initial-events-end': 'true' });
      }
    }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    write('ERROR', error.toStatus());
    response.end();
    return;
  }

  const stopListening = store.listen(forward);
  const seconds = Number(query.get('timeoutSeconds') ?? 0);
  const timers = [
    ...(allowsBookmarks ? [setInterval(() => bookmark(), BOOKMARK_MS)] : []),
    ...(allowsBookmarks && seconds * 1000 > LAST_BOOKMARK_MS
      ? [setTimeout(() => bookmark(), seconds * 1000 - LAST_BOOKMARK_MS)]
      : []),
    ...(seconds > 0 ? [setTimeout(() => end(), seconds * 1000)] : []),
  ];
  response.on('close', stop);

  function stop() {
    stopListening();
    for (const timer of timers) clearTimeout(timer);
  }

  /** Nothing may be written from here on, also while the client has not taken all. */
  function end() {
    stop();
    response.end();
  }
}

/** Refuses what cannot be watched, before the stream begins. */
function checkWatch(query: URLSearchParams): void {
  const version = query.get('resourceVersion') ?? '';
  if (!/^\d*$/.test(version)) {
    throw new ApiError(
      500,
      '',
      `resourceVersion: Invalid value: "${version}": strconv.ParseUint: parsing "${version}": invalid syntax`,
    );
  }
  const match = query.get('resourceVersionMatch');
  if (match && !query.get('sendInitialEvents')) {
    throw invalidOptions('ListOptions', {
      field: 'resourceVersionMatch',
      reason: 'FieldValueForbidden',
      message:
        'Forbidden: resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided',
    });
  }
  if (query.get('sendInitialEvents') && match !== 'NotOlderThan') {
    throw invalidOptions('ListOptions', {
      field: 'resourceVersionMatch',
      reason: 'FieldValueForbidden',
      message:
        'Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
    });
  }
}

/** How a watch with a selector sees a change: an object may come under the selector, or leave it. */
function typeFor(
  { type, object, before }: WatchEvent,
  matches: (object: KubernetesObject) => boolean,
): WatchEvent['type'] | undefined {
  const is = matches(object);
  if (type !== 'MODIFIED') return is ? type : undefined;
  const was = before !== undefined && matches(before);
  if (is) return was ? 'MODIFIED' : 'ADDED';
  return was ? 'DELETED' : undefined;
}
