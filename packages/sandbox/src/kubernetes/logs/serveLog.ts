import type { ServerResponse } from 'node:http';
import type { Target } from '../server/request';
import type { KubernetesObject } from '../storage/KubernetesObject';
import type { ObjectStore, WatchEvent } from '../storage/ObjectStore';
import { containerOf, runOf, type ContainerRun } from './containerRun';
import { linesOf } from './logLines';
import { LogWriter } from './LogWriter';
import { readLogOptions, type LogOptions } from './LogOptions';

/** How often a log that is followed is looked at for new lines. */
const FOLLOW_MS = 500;

const sinceOf = ({ since }: LogOptions) => (since?.getTime() ?? 1) - 1;

/** Answers `GET …/pods/{name}/log`: what one run of one container has written, and with `follow` what it goes on to write. */
export function serveLog(
  store: ObjectStore,
  { kind, namespace, name = '' }: Target,
  query: URLSearchParams,
  response: ServerResponse,
): void {
  const options = readLogOptions(name, query, store.now());
  const pod = store.get(kind, namespace, name);
  const container = containerOf(pod, options.container);
  if (!pod.spec?.nodeName) {
    // Nothing runs it, and so nobody can be asked for what it wrote.
    response.writeHead(204).end();
    return;
  }
  const run = runOf(pod, container, options.previous);
  const now = store.now().getTime();
  const lines = [...linesOf(run, sinceOf(options), now)];
  const shown = options.tailLines ?? lines.length;
  const out = new LogWriter(response, options);
  response.writeHead(200, { 'content-type': 'text/plain' });
  response.flushHeaders();
  const goesOn = out.write(lines.slice(Math.max(0, lines.length - shown)));
  if (!options.follow || run.end || !goesOn) {
    response.end();
    return;
  }
  follow({ store, pod, container, run, from: now, out, response });
}

/** Writes until the run is over, the pod is gone, or the reader has left. */
function follow(options: {
  store: ObjectStore;
  pod: KubernetesObject;
  container: string;
  run: ContainerRun;
  from: number;
  out: LogWriter;
  response: ServerResponse;
}): void {
  const { store, pod, container, run, out, response } = options;
  let { from } = options;
  const writeUntil = (last: ContainerRun) => {
    const now = store.now().getTime();
    const goesOn = out.write([...linesOf(last, from, now)]);
    from = now;
    if (!last.end && goesOn) return;
    stop();
    response.end();
  };
  const timer = setInterval(() => writeUntil(run), FOLLOW_MS);
  const stopListening = store.listen((event: WatchEvent) => {
    const { object, type } = event;
    if (object.metadata.uid !== pod.metadata.uid) return;
    if (type === 'DELETED') {
      const at = store.now();
      writeUntil({ ...run, end: { at, exitCode: 0 } });
      return;
    }
    const over = [false, true]
      .map(previous => findRun(object, container, previous))
      .find(each => each?.id === run.id && each.end);
    if (over) writeUntil(over);
  });
  response.on('close', stop);

  function stop() {
    clearInterval(timer);
    stopListening();
  }
}

function findRun(
  pod: KubernetesObject,
  container: string,
  previous: boolean,
): ContainerRun | undefined {
  try {
    return runOf(pod, container, previous);
  } catch {
    // There is no such run (any more).
    return undefined;
  }
}
