import { useCallback, useEffect, useReducer, useState } from 'react';
import { toError } from '@backstage/errors';
import type { Bilingual, ContractClient } from '@caas/contract';
import type {
  ClustersContract,
  LogLine,
  PodLog,
} from '@caas/plugin-clusters-common';
import { pause } from '@caas/portal-ui';
import { append, NO_LINES, type LogLines } from './logLinesState';

/** Which log, and how. */
export type LogOptions = {
  cluster: string;
  namespace: string;
  pod: string;
  container?: string;
  tailLines: number;
  sinceSeconds?: number;
  previous: boolean;
  follow: boolean;
};

export type LogState = {
  status: 'loading' | 'error' | 'data';
  error?: Error;
  log: LogLines;
  cutBy?: PodLog['cutBy'];
  /** What a log that is followed waits for, or why it has ended. */
  notice?: { kind: 'paused' | 'broken' | 'ended'; message?: Bilingual };
};

type Action =
  | { type: 'open' }
  | { type: 'opened'; cutBy?: PodLog['cutBy'] }
  | { type: 'lines'; lines: LogLine[] }
  | { type: 'failed'; error: Error }
  | { type: 'told'; notice: LogState['notice'] };

const START: LogState = { status: 'loading', log: NO_LINES };
/** Lines that come in this time are drawn together. */
const DRAW_MS = 100;
const AGAIN_FIRST_MS = 1000;
const AGAIN_MAX_MS = 15_000;

function reduce(state: LogState, action: Action): LogState {
  switch (action.type) {
    case 'open':
      return START;
    case 'opened':
      return { status: 'data', log: NO_LINES, cutBy: action.cutBy };
    case 'lines':
      return {
        ...state,
        log: append(state.log, action.lines),
        notice: undefined,
      };
    case 'failed':
      return { ...state, status: 'error', error: action.error };
    default:
      return { ...state, notice: action.notice };
  }
}

/** Reads a log, or follows it until the page is left. */
export function usePodLog(
  api: ContractClient<ClustersContract>,
  options: LogOptions,
): LogState & { reload(): void } {
  const [state, dispatch] = useReducer(reduce, START);
  const [turn, setTurn] = useState(0);
  const key = JSON.stringify(options);
  useEffect(() => {
    const left = new AbortController();
    const { signal } = left;
    const { follow, previous, ...which } = JSON.parse(key) as LogOptions;
    dispatch({ type: 'open' });
    const tell = (action: Action) => {
      if (!signal.aborted) dispatch(action);
    };
    const work = follow
      ? followLog(api, which, tell, signal)
      : readLog(api, { ...which, previous }, tell, signal);
    work.catch(error => tell({ type: 'failed', error: toError(error) }));
    return () => left.abort();
  }, [api, key, turn]);
  const reload = useCallback(() => setTurn(last => last + 1), []);
  return { ...state, reload };
}

type Tell = (action: Action) => void;
type Api = ContractClient<ClustersContract>;

async function readLog(
  api: Api,
  options: Parameters<Api['pods']['log']>[0],
  tell: Tell,
  signal: AbortSignal,
): Promise<void> {
  const { lines, cutBy } = await api.pods.log(options, { signal });
  tell({ type: 'opened', cutBy });
  tell({ type: 'lines', lines });
}

/** Collects lines for a moment, so that a log that rushes by does not draw the page for each. */
class Drawing {
  private lines: LogLine[] = [];
  private timer?: ReturnType<typeof setTimeout>;

  constructor(private readonly tell: Tell) {}

  add(lines: LogLine[]): void {
    this.lines.push(...lines);
    this.timer ??= setTimeout(() => this.finish(), DRAW_MS);
  }

  finish(): void {
    this.stop();
    const { lines } = this;
    this.lines = [];
    if (lines.length > 0) this.tell({ type: 'lines', lines });
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}

/** Opens the log again when the connection breaks: a backend that is renewed ends its streams. */
async function followLog(
  api: Api,
  options: Parameters<Api['pods']['followLog']>[0],
  tell: Tell,
  signal: AbortSignal,
): Promise<void> {
  let pauseMs = AGAIN_FIRST_MS;
  let isFirst = true;
  while (!signal.aborted) {
    const drawing = new Drawing(tell);
    try {
      const events = await api.pods.followLog(options, { signal });
      isFirst = false;
      tell({ type: 'opened' });
      for await (const event of events) {
        pauseMs = AGAIN_FIRST_MS;
        if (event.type === 'lines') {
          drawing.add(event.lines);
          continue;
        }
        drawing.finish();
        const kind = event.type === 'end' ? 'ended' : 'paused';
        tell({ type: 'told', notice: { kind, message: event.message } });
        if (kind === 'ended') return;
      }
      drawing.finish();
    } catch (error) {
      if (signal.aborted) return;
      // What was never open need not be opened again: the person decides.
      if (isFirst) throw error;
    } finally {
      drawing.stop();
    }
    tell({ type: 'told', notice: { kind: 'broken' } });
    await pause(pauseMs, signal);
    pauseMs = Math.min(pauseMs * 2, AGAIN_MAX_MS);
  }
}
