import type { LogLine } from '@caas/plugin-clusters-common';

/** Longer ones are dumps of something; the page would be nothing else. */
const LONGEST_LINE = 16 * 1024;
const TIME = /^(\d{4}-\d\d-\d\dT\S+) /;

/** Makes lines of the bytes of a log, whatever pieces they come in. It keeps at most one line. */
export class LogLineReader {
  private readonly decoder = new TextDecoder();
  private rest = '';
  private isTooLong = false;

  /** The lines that these bytes end. */
  read(bytes: Uint8Array): LogLine[] {
    const parts = this.decoder.decode(bytes, { stream: true }).split('\n');
    const ended: LogLine[] = [];
    parts.forEach((part, index) => {
      this.append(part);
      if (index < parts.length - 1) ended.push(this.end());
    });
    return ended;
  }

  /** The last line, when nothing ended it. */
  finish(): LogLine[] {
    this.append(this.decoder.decode());
    return this.rest === '' ? [] : [this.end()];
  }

  private append(part: string): void {
    this.rest += part;
    if (this.rest.length <= LONGEST_LINE) return;
    this.rest = this.rest.slice(0, LONGEST_LINE);
    this.isTooLong = true;
  }

  private end(): LogLine {
    const line = this.rest.replace(/\r$/, '') + (this.isTooLong ? '…' : '');
    this.rest = '';
    this.isTooLong = false;
    const [before = '', at = ''] = TIME.exec(line) ?? [];
    return { at, text: line.slice(before.length) };
  }
}

/** The end of a log, as much of it as fits: what comes later pushes out what came first. */
export class LogTail {
  private readonly lines: LogLine[] = [];
  private bytes = 0;
  private first = 0;
  cutBy?: 'lines' | 'bytes';

  constructor(private readonly limit: { lines: number; bytes: number }) {}

  add(lines: LogLine[]): void {
    for (const line of lines) {
      this.lines.push(line);
      this.bytes += Buffer.byteLength(line.text);
      if (this.lines.length - this.first > this.limit.lines) this.drop('lines');
      while (this.bytes > this.limit.bytes) this.drop('bytes');
    }
  }

  get kept(): LogLine[] {
    return this.lines.slice(this.first);
  }

  private drop(why: 'lines' | 'bytes'): void {
    this.bytes -= Buffer.byteLength(this.lines[this.first].text);
    this.first += 1;
    this.cutBy = why;
    // Moving all others for each line would take the square of the time.
    if (this.first < this.limit.lines) return;
    this.lines.splice(0, this.first);
    this.first = 0;
  }
}

/**
 * Where a reader of a log is, so that it can go on there after a cut.
 *
 * Clusters know times by the second when they are asked for what came since, so they send lines again that were read
 * already; and several lines may carry the same time.
 */
export class LogPosition {
  private at = '';
  private sameTime = 0;
  private toSkip = 0;
  private isCatchingUp = false;

  /** Where to go on; undefined before the first line. */
  get since(): string | undefined {
    return this.at || undefined;
  }

  /** The stream begins again, with lines from `since` on. */
  resume(): void {
    this.isCatchingUp = this.at !== '';
    this.toSkip = this.sameTime;
  }

  /** Those that were not read before. */
  advance(lines: LogLine[]): LogLine[] {
    return lines.filter(line => this.isNew(line));
  }

  private isNew({ at }: LogLine): boolean {
    // A line without a time belongs to the one before.
    if (at === '') return !this.isCatchingUp;
    const order = compareTimes(at, this.at);
    if (this.isCatchingUp && order < 0) return false;
    if (this.isCatchingUp && order === 0 && this.toSkip > 0) {
      this.toSkip -= 1;
      return false;
    }
    this.isCatchingUp &&= order === 0;
    // Two streams of a container may be written slightly out of order.
    if (order < 0) return true;
    this.sameTime = order === 0 ? this.sameTime + 1 : 1;
    this.at = at;
    return true;
  }
}

/** Times of one cluster: to the nanosecond, zeros at the end left out. */
function compareTimes(one: string, other: string): number {
  const [a, b] = [one, other].map(normal);
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function normal(time: string): string {
  const [seconds, fraction = ''] = time.replace('Z', '').split('.');
  return `${seconds}.${fraction.padEnd(9, '0')}`;
}
