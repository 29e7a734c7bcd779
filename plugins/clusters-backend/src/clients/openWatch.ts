import {
  ApiException,
  createConfiguration,
  HttpMethod,
  RequestContext,
  type KubeConfig,
} from '@kubernetes/client-node';
import type { LiveObject } from '../domain/LiveObject';
import { WatchExpiredError, type WatchChange } from './KubernetesClient';
import { translateError } from './kubernetesErrors';
import { readLines } from './readLines';

/** The API server ends each watch after this time, so that none lives on a connection that died without a word. */
const WATCH_SECONDS = 300;
/**
 * A stream that carried nothing for this long is ended by us, and the next one goes on from the last version: a connection
 * that died without a word is found out in this time. Bookmarks come once a minute.
 */
const QUIET_MS = 30_000;

const { httpApi } = createConfiguration();

/** A watch that the cluster has granted. */
export type OpenWatch = {
  /** Hands on the changes until the stream ends, is cut, or the signal aborts; throws what the cluster says against it. */
  read(onChange: (change: WatchChange) => void): Promise<void>;
};

/**
 * Asks for a watch; throws when the cluster does not grant it.
 *
 * Not the `Watch` of the client library: it hides the headers of a refusal, in which a busy cluster says when it may be
 * asked again, and swallows what goes wrong in a line.
 */
export async function openWatch(options: {
  cluster: string;
  config: KubeConfig;
  path: string;
  resourceVersion: string;
  signal: AbortSignal;
}): Promise<OpenWatch> {
  const { cluster, config, path, resourceVersion, signal } = options;
  const address = new URL(config.getCurrentCluster()!.server + path);
  address.searchParams.set('watch', 'true');
  address.searchParams.set('resourceVersion', resourceVersion);
  address.searchParams.set('allowWatchBookmarks', 'true');
  address.searchParams.set('timeoutSeconds', String(WATCH_SECONDS));
  const context = new RequestContext(address.toString(), HttpMethod.GET);
  context.setHeaderParam('accept', 'application/json');
  await config.applySecurityAuthentication(context);

  const stream = new AbortController();
  const stop = () => stream.abort();
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  const silence = setTimeout(stop, QUIET_MS);
  const close = () => {
    clearTimeout(silence);
    signal.removeEventListener('abort', stop);
    stop();
  };

  try {
    // The time limit of the question is not that of the stream.
    const limit = context.getSignal();
    limit?.addEventListener('abort', stop, { once: true });
    context.setSignal(stream.signal);
    const response = await httpApi.send(context).toPromise();
    limit?.removeEventListener('abort', stop);
    if (response.httpStatusCode !== 200) {
      throw new ApiException(
        response.httpStatusCode,
        `GET ${path}`,
        await response.body.text(),
        response.headers,
      );
    }
    silence.refresh();
    return {
      read: async onChange => {
        try {
          await readLines(response.body.stream()!, line => {
            silence.refresh();
            handOn(cluster, line, onChange);
          });
        } catch (error) {
          if (error instanceof WatchExpiredError) throw error;
          if (error instanceof ApiException)
            throw translateError(cluster, error);
          // Quiet for too long, told to stop, or cut: what was read stands, and the next one goes on from there.
          if (!(error instanceof SyntaxError)) return;
          throw translateError(cluster, error);
        } finally {
          close();
        }
      },
    };
  } catch (error) {
    close();
    if (signal.aborted) return { read: async () => {} };
    throw translateError(cluster, error);
  }
}

/** A stream that cannot go on says so with a `Status` in its last line. */
function handOn(
  cluster: string,
  line: string,
  onChange: (change: WatchChange) => void,
): void {
  const { type, object } = JSON.parse(line);
  if (type !== 'ERROR') {
    onChange({ type, object: object as LiveObject });
    return;
  }
  const message = object?.message ?? 'no reason given';
  if (object?.code === 410) {
    throw new WatchExpiredError(
      `Cluster '${cluster}' ended the watch: ${message}`,
    );
  }
  throw new ApiException(object?.code ?? 500, 'WATCH', { message }, {});
}
