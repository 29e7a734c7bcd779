import type { DesiredObject } from '@caas/plugin-clusters-common';
import type { ObjectKey } from '../domain/applySet';
import type { LiveObject } from '../domain/LiveObject';

/** One page of a list, and how to get the next. */
export type ListPage = {
  items: LiveObject[];
  resourceVersion: string;
  continueToken?: string;
};

/** A change that a watch saw. A bookmark carries nothing but the version. */
export type WatchChange = {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK';
  object: LiveObject;
};

/**
 * What is the matter with a cluster that could not be asked: it accepts no token of ours; it is busy; it says nothing; it
 * fails; or nothing, and what was asked passes by itself.
 */
export type ClusterTrouble = {
  kind: 'token' | 'busy' | 'silent' | 'failing' | 'passing';
  /** The pause that the cluster asked for. */
  retryAfterSeconds?: number;
};

/** A cluster could not be asked: it may be asked again. */
export class ClusterUnavailableError extends Error {
  override name = 'ClusterUnavailableError';

  constructor(
    message: string,
    readonly trouble: ClusterTrouble = { kind: 'silent' },
  ) {
    super(message);
  }

  /** The same, for somebody else who may not ask yet. */
  again(): ClusterUnavailableError {
    return new ClusterUnavailableError(this.message, this.trouble);
  }
}

/** A cluster refused: the same question will meet the same answer. */
export class ClusterRefusedError extends Error {
  override name = 'ClusterRefusedError';
}

/** What was asked for is not on the cluster: an object, its namespace, or the whole kind. */
export class NotOnClusterError extends ClusterRefusedError {
  override name = 'NotOnClusterError';
}

/** A field that the portal wants to set belongs to another field manager. */
export class FieldConflictError extends Error {
  override name = 'FieldConflictError';
}

/** What was meant is gone: nothing of its name stands there, or another object does. */
export class OtherObjectError extends Error {
  override name = 'OtherObjectError';
}

/** A watch asked for versions that the cluster has forgotten: list again. */
export class WatchExpiredError extends Error {
  override name = 'WatchExpiredError';
}

/** Whether a write may still be sent. Requests wait for their turn, and for a connection: much may happen meanwhile. */
export interface WriteGuard {
  /** Asked when the turn of the request has come; calls it off by throwing. */
  assert(): Promise<void>;
  /** Asked at the very moment of sending; calls it off by throwing. */
  check(): void;
}

export type ApplyOptions = {
  /** Of the object that is meant, where it is known: neither is it made anew, nor another one changed. */
  uid?: string;
  guard?: WriteGuard;
};

/** What we do with one cluster. Every call ends within its time limit. */
export interface KubernetesClient {
  getVersion(): Promise<string>;
  /** Undefined when there is no such object. */
  find(key: ObjectKey): Promise<LiveObject | undefined>;
  /**
   * Server-side apply, never forced.
   *
   * @throws OtherObjectError when the object that is meant does not stand there.
   */
  apply(object: DesiredObject, options?: ApplyOptions): Promise<LiveObject>;
  /**
   * JSON merge patch, under a field manager of its own. Undefined when the object is not in the version any more that the
   * patch names.
   */
  merge(
    key: ObjectKey,
    patch: {
      metadata: { resourceVersion: string; [field: string]: unknown };
      [field: string]: unknown;
    },
    fieldManager: string,
  ): Promise<LiveObject | undefined>;
  /** Deletes the object with this UID; nothing happens when it is gone or is another one by now. */
  delete(key: ObjectKey, uid: string, guard?: WriteGuard): Promise<void>;
  /**
   * One page of the collection at this path, such as `/api/v1/pods`, as the API server writes it.
   *
   * With `onItem`, each object is handed on as it comes, and the page has none.
   *
   * @throws NotOnClusterError when the cluster does not have such a collection.
   */
  list(
    path: string,
    options: {
      limit: number;
      continueToken?: string;
      onItem?(item: LiveObject): void;
    },
  ): Promise<ListPage>;
  /** Ends when the stream does, or is cut, or the signal aborts; throws when the cluster does not grant it or takes it back. */
  watch(
    path: string,
    options: { resourceVersion: string; signal: AbortSignal },
    onChange: (change: WatchChange) => void,
  ): Promise<void>;
}
