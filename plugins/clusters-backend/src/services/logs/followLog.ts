import { sentenceOf, type Bilingual } from '@caas/contract';
import type { PodLogEvent } from '@caas/plugin-clusters-common';
import {
  ClusterAnswerError,
  type KubernetesActions,
  type LogRequest,
} from '../../clients/KubernetesActions';
import { LogLineReader, LogPosition } from '../../domain/logLines';

const STOPPED: Bilingual = {
  'zh-CN': '容器已停止写日志',
  en: 'The container has stopped writing',
};
const RIGHTS_MS = 60_000;
const PAUSE_FIRST_MS = 500;
const PAUSE_MAX_MS = 15_000;

type Options = {
  actions: KubernetesActions;
  log: Omit<LogRequest, 'follow'>;
  /** Why the reader may not read it any more, or undefined. */
  refusal(): Promise<Bilingual | undefined>;
  /** Whether the pod may go on writing, has done its work, or is gone. */
  fate(): 'running' | 'finished' | 'gone';
  /** Ends early, and without an error, when the signal does. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** The reader has left. */
  signal: AbortSignal;
};

/** Asks from time to time whether the reader may still read, and ends a signal when not. */
class RightsWatch {
  refusal?: Bilingual;
  private readonly controller = new AbortController();
  /** The reader has left, or may not read any more. */
  readonly ended: AbortSignal;

  constructor({ signal, wait, refusal }: Options) {
    this.ended = AbortSignal.any([signal, this.controller.signal]);
    void this.watch(wait, refusal);
  }

  stop(): void {
    this.controller.abort();
  }

  private async watch(wait: Options['wait'], ask: Options['refusal']) {
    for (;;) {
      await wait(RIGHTS_MS, this.ended);
      if (this.ended.aborted) return;
      // Who cannot be asked has not said yes.
      this.refusal = await ask().catch(error => {
        const said = sentenceOf(error);
        return {
          'zh-CN': `无法确认您是否可以查看：${said['zh-CN']}`,
          en: `It cannot be said whether you may read it: ${said.en}`,
        };
      });
      if (this.refusal) this.stop();
    }
  }
}

/**
 * Follows one log for one reader.
 *
 * It is pulled, all the way: the next piece is read from the cluster when the reader took the last one, so a slow reader
 * slows the kubelet down and fills no memory here. A stream that is cut begins again after a pause that grows, at the time
 * of the last line, and lines that were read already are left out. Rights are looked at again every minute; when they are
 * gone, the stream to the cluster is cut at once, whatever the reader does.
 */
export async function* followLog(
  options: Options,
): AsyncGenerator<PodLogEvent> {
  const { log, signal, wait, fate } = options;
  const rights = new RightsWatch(options);
  const position = new LogPosition();
  let pause = PAUSE_FIRST_MS;
  try {
    while (!rights.ended.aborted) {
      let message = STOPPED;
      try {
        for await (const lines of readOn(options, position, rights.ended)) {
          pause = PAUSE_FIRST_MS;
          yield { type: 'lines', lines };
          if (rights.ended.aborted) break;
        }
      } catch (error) {
        const end = rights.ended.aborted ? undefined : endOf(error);
        if (end) {
          yield end;
          return;
        }
        message = sentenceOf(error);
      }
      if (rights.ended.aborted) break;
      const what = fate();
      if (what !== 'running') {
        yield endWith(what, log.pod);
        return;
      }
      yield { type: 'paused', message };
      await wait(pause, rights.ended);
      pause = Math.min(pause * 2, PAUSE_MAX_MS);
    }
    if (rights.refusal && !signal.aborted) {
      yield { type: 'end', reason: 'rights', message: rights.refusal };
    }
  } finally {
    rights.stop();
  }
}

/** The lines of one stream, from where the reader is. */
async function* readOn(
  { actions, log }: Options,
  position: LogPosition,
  signal: AbortSignal,
) {
  const sinceTime = position.since;
  const from = sinceTime
    ? { ...log, tailLines: undefined, sinceSeconds: undefined, sinceTime }
    : log;
  position.resume();
  const reader = new LogLineReader();
  const bytes = await actions.openLog({ ...from, follow: true }, signal);
  for await (const piece of bytes) {
    const lines = position.advance(reader.read(piece));
    if (lines.length > 0) yield lines;
  }
  const last = position.advance(reader.finish());
  if (last.length > 0) yield last;
}

function endWith(reason: 'gone' | 'finished', pod: string): PodLogEvent {
  return {
    type: 'end',
    reason,
    message:
      reason === 'gone'
        ? { 'zh-CN': `容器组“${pod}”已不存在`, en: `The pod '${pod}' is gone` }
        : {
            'zh-CN': `容器组“${pod}”已结束运行`,
            en: `The pod '${pod}' has ended`,
          },
  };
}

/** How a refusal ends a log; a container that has not started yet is none. */
function endOf(error: unknown): PodLogEvent | undefined {
  if (!(error instanceof ClusterAnswerError)) return undefined;
  const { code } = error;
  const message = sentenceOf(error);
  if (code === 404) return { type: 'end', reason: 'gone', message };
  const isPassing =
    code === 429 ||
    code === 408 ||
    (code === 400 && /waiting to start|is not available/.test(message.en));
  return isPassing ? undefined : { type: 'end', reason: 'refused', message };
}
