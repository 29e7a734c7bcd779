import {
  WatchExpiredError,
  type KubernetesClient,
  type LiveObject,
  type WatchChange,
  type WatchedResource,
} from '../clients/KubernetesClient';
import { pause } from './pause';

const PAGE = 500;
const BACK_OFF_FIRST_MS = 500;
const BACK_OFF_MAX_MS = 10_000;

/**
 * Lists a resource page by page, then follows its changes, until the signal aborts.
 *
 * Protocol: a watch goes on from the version of the last change or bookmark. When the stream ends, the next one starts
 * there, with no list. When the cluster has forgotten the version (`410 Gone`), or does not answer, everything is listed
 * again: at once after a 410, with growing pauses while it does not answer. A list replaces all that was seen, so a
 * change that was missed cannot survive it.
 */
export async function followResource(options: {
  client: KubernetesClient;
  resource: WatchedResource;
  signal: AbortSignal;
  onList(objects: LiveObject[]): void;
  onChange(change: WatchChange): void;
  onError(error: Error): void;
}): Promise<void> {
  const { client, resource, signal, onList, onChange, onError } = options;
  let version: string | undefined;
  let failures = 0;
  while (!signal.aborted) {
    try {
      if (version === undefined) {
        const listed = await listAll(client, resource);
        version = listed.resourceVersion;
        onList(listed.items);
      }
      await client.watch(
        resource,
        { resourceVersion: version, signal },
        change => {
          version = change.object.metadata.resourceVersion ?? version;
          failures = 0;
          if (change.type !== 'BOOKMARK') onChange(change);
        },
      );
    } catch (error) {
      version = undefined;
      if (error instanceof WatchExpiredError && failures === 0) {
        failures = 1;
        continue;
      }
      if (signal.aborted) return;
      onError(error as Error);
      await pause(
        Math.min(BACK_OFF_FIRST_MS * 2 ** failures, BACK_OFF_MAX_MS),
        signal,
      );
      failures += 1;
    }
  }
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
