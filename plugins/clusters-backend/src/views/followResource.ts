import {
  WatchExpiredError,
  type KubernetesClient,
  type WatchChange,
} from '../clients/KubernetesClient';
import type { LiveObject } from '../domain/LiveObject';
import { pause } from './pause';

const PAGE = 500;
const BACK_OFF_FIRST_MS = 500;
const BACK_OFF_MAX_MS = 10_000;

/** Who hears what happens to a resource. */
export type Follower = {
  /** A list begins. */
  begin(): void;
  add(page: LiveObject[]): void;
  /** The list is complete: it stands in place of all that was seen. */
  complete(): void;
  change(change: WatchChange): void;
};

type Options = {
  client: KubernetesClient;
  path: string;
  signal: AbortSignal;
  follower: Follower;
  /**
   * It could not be followed.
   *
   * @returns How long to wait before the next try, in milliseconds; nothing for a growing pause.
   */
  onError(error: Error): number | undefined;
  /** For tests: how to wait. */
  wait?(milliseconds: number, signal: AbortSignal): Promise<void>;
};

/**
 * Lists a resource page by page, then follows its changes, until the signal aborts; never throws.
 *
 * Protocol: a watch goes on from the version of the last change or bookmark. When the stream ends, the next one starts
 * there, with no list. When the cluster has forgotten the version (`410 Gone`), or does not answer, everything is listed
 * again: at once after a 410, with growing pauses while it does not answer. A list replaces all that was seen, so a
 * change that was missed cannot survive it. Streams that end without a word are followed by a pause too: an API server
 * that is going down must not be called in a loop.
 */
export async function followResource(options: Options): Promise<void> {
  const { signal, onError, wait = pause } = options;
  const position: Position = { failures: 0 };
  while (!signal.aborted) {
    try {
      if (position.version === undefined) {
        position.version = await listAll(options);
      }
      const seen = await watchFrom(position, options);
      if (seen === 0) await wait(BACK_OFF_FIRST_MS, signal);
    } catch (error) {
      if (signal.aborted) return;
      position.version = undefined;
      position.failures += 1;
      if (error instanceof WatchExpiredError && position.failures === 1) {
        continue;
      }
      const backOff = BACK_OFF_FIRST_MS * 2 ** (position.failures - 1);
      await wait(
        onError(error as Error) ?? Math.min(backOff, BACK_OFF_MAX_MS),
        signal,
      );
    }
  }
}

/** Where to go on, and how often in a row it failed. */
type Position = { version?: string; failures: number };

/** Follows until the stream ends, and answers how much it carried. */
async function watchFrom(
  position: Position,
  { client, path, signal, follower }: Options,
): Promise<number> {
  let seen = 0;
  await client.watch(
    path,
    { resourceVersion: position.version!, signal },
    change => {
      seen += 1;
      position.version =
        change.object.metadata.resourceVersion ?? position.version;
      position.failures = 0;
      if (change.type !== 'BOOKMARK') follower.change(change);
    },
  );
  return seen;
}

/** Hands on object by object, so that no list of whole objects is ever in memory; answers the version to watch from. */
async function listAll({
  client,
  path,
  signal,
  follower,
}: Options): Promise<string> {
  let continueToken: string | undefined;
  let resourceVersion: string;
  follower.begin();
  do {
    const page = await client.list(path, {
      limit: PAGE,
      continueToken,
      // One by one, as they come: a page of whole objects in memory is what to avoid.
      onItem: item => follower.add([item]),
    });
    signal.throwIfAborted();
    if (page.items.length > 0) follower.add(page.items);
    ({ continueToken, resourceVersion } = page);
  } while (continueToken);
  follower.complete();
  return resourceVersion;
}
