import type { ServerResponse } from 'node:http';
import type { LogLine } from './logLines';
import type { LogOptions } from './LogOptions';

/** Writes lines in the form that was asked for, and no more bytes than were asked for. */
export class LogWriter {
  private left: number;

  constructor(
    private readonly response: ServerResponse,
    private readonly options: LogOptions,
  ) {
    this.left = options.limitBytes ?? Infinity;
  }

  /** Answers whether more may be written. */
  write(lines: readonly LogLine[]): boolean {
    const text = lines.map(line => this.format(line)).join('');
    const bytes = Buffer.from(text);
    if (bytes.length > 0) {
      this.response.write(
        bytes.length > this.left ? bytes.subarray(0, this.left) : bytes,
      );
    }
    this.left -= bytes.length;
    return this.left > 0;
  }

  private format({ at, text }: LogLine): string {
    if (!this.options.timestamps) return `${text}\n`;
    // Kubernetes writes nanoseconds.
    return `${new Date(at).toISOString().replace('Z', '000000Z')} ${text}\n`;
  }
}
