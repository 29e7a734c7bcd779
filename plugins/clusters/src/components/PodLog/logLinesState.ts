import { MAX_LOG_LINES, type LogLine } from '@caas/plugin-clusters-common';

/** Lines are drawn in blocks, so that a new line draws one block anew and not five thousand lines. */
export const BLOCK_LINES = 100;

/** A line, and its number since the log was opened. */
export type NumberedLine = LogLine & { number: number };
export type LogBlock = { id: number; lines: NumberedLine[] };

/** What a page keeps of a log: the newest lines, in blocks. */
export type LogLines = { blocks: LogBlock[]; count: number; next: number };

export const NO_LINES: LogLines = { blocks: [], count: 0, next: 0 };

/** Adds lines at the end; whole blocks at the beginning make room. Blocks that did not change stay the same objects. */
export function append(log: LogLines, lines: LogLine[]): LogLines {
  const blocks = [...log.blocks];
  let { next, count } = log;
  for (let from = 0; from < lines.length;) {
    const id = Math.floor(next / BLOCK_LINES);
    const room = (id + 1) * BLOCK_LINES - next;
    const first = next;
    const added = lines
      .slice(from, from + room)
      .map((line, index) => ({ ...line, number: first + index }));
    const last = blocks.at(-1);
    if (last?.id === id) {
      blocks[blocks.length - 1] = { id, lines: [...last.lines, ...added] };
    } else {
      blocks.push({ id, lines: added });
    }
    from += added.length;
    next += added.length;
    count += added.length;
  }
  while (count - blocks[0]?.lines.length >= MAX_LOG_LINES) {
    count -= blocks.shift()!.lines.length;
  }
  return { blocks, count, next };
}

/** The lines that hold a text, upper and lower case alike, in blocks. */
export function matching(log: LogLines, text: string): LogLines {
  if (!text) return log;
  const wanted = text.toLowerCase();
  const blocks = log.blocks
    .map(({ id, lines }) => ({
      id,
      lines: lines.filter(line => line.text.toLowerCase().includes(wanted)),
    }))
    .filter(({ lines }) => lines.length > 0);
  const count = blocks.reduce((sum, { lines }) => sum + lines.length, 0);
  return { blocks, count, next: log.next };
}

/** As a file: with the time before each line. */
export function asText(log: LogLines): string {
  return log.blocks
    .flatMap(({ lines }) => lines)
    .map(({ at, text }) => (at ? `${at} ${text}\n` : `${text}\n`))
    .join('');
}
