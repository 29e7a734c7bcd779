import type { ContainerRun } from './containerRun';
import { hashBelow } from '../seeded/hashBelow';
import {
  CRASHED,
  STARTED,
  STARTUP,
  STOPPED,
  WORK,
  type Message,
} from './messages';

/** A line of a log, and when it was written. */
export type LogLine = { at: number; text: string };

/** An application that works writes up to three lines in this time. */
const SLOT_MS = 4000;
const LINES_PER_SLOT = 3;
/** As far back as a log reaches: older lines have been rotated away, as a kubelet does by size. */
const KEPT_MS = 12 * 3600_000;
/** Work begins when the start is over. */
const START_MS = 400;

/**
 * The lines that a run has written after `from` and until `to`, in milliseconds; oldest first.
 *
 * Nothing of a log is stored. A line follows from the run and from the slot of time in which it is written, so that each
 * question gets the same lines, and a log that is followed goes on where it was.
 */
export function* linesOf(
  run: ContainerRun,
  from: number,
  to: number,
): Generator<LogLine> {
  const start = run.startedAt.getTime();
  const end = Math.min(to, run.end?.at.getTime() ?? to);
  const first = Math.max(from, end - KEPT_MS, start - 1);
  const failed = run.end !== undefined && run.end.exitCode !== 0;
  const startup = failed ? STARTUP : [...STARTUP, ...STARTED];
  for (const [index, [afterMs, message]] of startup.entries()) {
    const at = start + afterMs;
    if (at > first && at <= end) yield write(run, message, at, index);
  }
  if (!failed) yield* workOf(run, start + START_MS, first, end);
  if (!run.end) return;
  for (const [index, message] of (failed ? CRASHED : STOPPED).entries()) {
    const at = run.end.at.getTime();
    if (at > first && at <= to) yield write(run, message, at, index);
  }
}

function* workOf(
  run: ContainerRun,
  start: number,
  first: number,
  end: number,
): Generator<LogLine> {
  const slotOf = (at: number) => Math.floor((at - start) / SLOT_MS);
  const last = slotOf(end);
  for (let slot = Math.max(0, slotOf(first)); slot <= last; slot += 1) {
    const count = hashBelow(LINES_PER_SLOT + 1, run.id, slot, 'count');
    for (let index = 0; index < count; index += 1) {
      // Each line has a part of the slot of its own, so that they are in order.
      const part = SLOT_MS / LINES_PER_SLOT;
      const offset = hashBelow(Math.floor(part), run.id, slot, index, 'at');
      const at = start + slot * SLOT_MS + Math.floor(index * part) + offset;
      if (at <= first || at > end) continue;
      const message = WORK[hashBelow(WORK.length, run.id, slot, index)];
      yield write(run, message, at, slot * LINES_PER_SLOT + index);
    }
  }
}

/** The line as Spring Boot formats it, in the time of China. */
function write(
  run: ContainerRun,
  { level, thread, logger, text }: Message,
  at: number,
  index: number,
): LogLine {
  const local = new Date(at + 8 * 3600_000).toISOString().slice(0, 23);
  const fill = (words: string) =>
    words.replace(/\{(\w+)\}/g, (_, what) => value(run, what, index));
  return {
    at,
    text: `${local}+08:00 ${level.padStart(5)} 1 --- [${run.application}] [${fill(thread)}] ${logger.padEnd(40)} : ${fill(text)}`,
  };
}

function value(run: ContainerRun, what: string, index: number): string {
  switch (what) {
    case 'id':
      return String(20260000000 + hashBelow(9_999_999, run.id, index, 'id'));
    case 't':
      return String(1 + hashBelow(10, run.id, index, 'thread'));
    default:
      return String(3 + hashBelow(180, run.id, index, 'number'));
  }
}
