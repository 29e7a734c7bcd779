import { Watch, type KubeConfig } from '@kubernetes/client-node';
import { WatchExpiredError, type WatchChange } from './KubernetesClient';
import { translateError } from './kubernetesErrors';

/** The API server ends each watch after this time, so that none lives on a connection that died without a word. */
const WATCH_SECONDS = 300;

/**
 * Follows a path until the cluster ends the stream or the signal aborts; throws when it breaks.
 *
 * The library cuts a stream that carried nothing for 30 s, bookmarks included. That is the end of a quiet stream, and the
 * next one goes on from the last version. The same cut before the stream began is a cluster that does not answer.
 */
export async function openWatch(options: {
  cluster: string;
  config: KubeConfig;
  path: string;
  resourceVersion: string;
  signal: AbortSignal;
  onChange(change: WatchChange): void;
}): Promise<void> {
  const { cluster, config, path, resourceVersion, signal, onChange } = options;
  let refusal: Error | undefined;
  let isOpen = false;
  let stop = () => {};
  try {
    await new Promise<void>((resolve, reject) => {
      const onEnd = (error: unknown) => {
        const isQuiet = isOpen && (error as Error)?.name === 'TimeoutError';
        if (refusal) reject(refusal);
        else if (!error || isQuiet || signal.aborted) resolve();
        else reject(translateError(cluster, error));
      };
      new Watch(config)
        .watch(
          path,
          {
            resourceVersion,
            allowWatchBookmarks: true,
            timeoutSeconds: WATCH_SECONDS,
          },
          (type, object) => {
            if (type === 'ERROR') refusal = refusalOf(cluster, object);
            else onChange({ type: type as WatchChange['type'], object });
          },
          onEnd,
        )
        .then(controller => {
          isOpen = true;
          stop = () => controller.abort();
          if (signal.aborted) stop();
          else signal.addEventListener('abort', stop);
        }, onEnd);
    });
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** A stream that cannot go on says so with a `Status` in its last line. */
function refusalOf(
  cluster: string,
  status: { code?: number; message?: string } | undefined,
): Error {
  const message = status?.message ?? 'no reason given';
  return status?.code === 410
    ? new WatchExpiredError(`Cluster '${cluster}' ended the watch: ${message}`)
    : translateError(cluster, { statusCode: status?.code, body: { message } });
}
