import {
  WatchExpiredError,
  type KubernetesClient,
  type WatchChange,
  type WatchedResource,
} from '../clients/KubernetesClient';
import type { LiveObject } from '../domain/LiveObject';
import { pause } from './pause';

const PAGE = 500;
const BACK_OFF_FIRST_MS = 500;
const BACK_OFF_MAX_MS = 10_000;

type Options = {
  client: KubernetesClient;
  resource: WatchedResource;
  signal: AbortSignal;
  /** Everything that stands, in place of all that was seen. */
  onList(objects: LiveObject[]): void;
  onChange(change: WatchChange): void;
  onError(error: Error): void;
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
  const { client, resource, signal, onList, onError, wait = pause } = options;
  const position: Position = { failures: 0 };
  while (!signal.aborted) {
    try {
      if (position.version === undefined) {
        const listed = await listAll(client, resource);
        if (signal.aborted) return;
        position.version = listed.resourceVersion;
        onList(listed.items);
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
      onError(error as Error);
      const backOff = BACK_OFF_FIRST_MS * 2 ** (position.failures - 1);
      await wait(Math.min(backOff, BACK_OFF_MAX_MS), signal);
    }
  }
}

/** Where to go on, and how often in a row it failed. */
type Position = { version?: string; failures: number };

/** Follows until the stream ends, and answers how much it carried. */
async function watchFrom(
  position: Position,
  { client, resource, signal, onChange }: Options,
): Promise<number> {
  let seen = 0;
  await client.watch(
    resource,
    { resourceVersion: position.version!, signal },
    change => {
      seen += 1;
      position.version =
        change.object.metadata.resourceVersion ?? position.version;
      position.failures = 0;
      if (change.type !== 'BOOKMARK') onChange(change);
    },
  );
  return seen;
}

async function listAll(client: KubernetesClient, resource: WatchedResource) {
  const items: LiveObject[] = [];
  let continueToken: string | undefined;
  let resourceVersion: string;
  do {
    const page = await client.list(resource, { limit: PAGE, continueToken });
    items.push(...page.items);
    ({ continueToken, resourceVersion } = page);
  } while (continueToken);
  return { items, resourceVersion };
}
