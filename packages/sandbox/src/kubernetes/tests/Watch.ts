import type { IncomingMessage } from 'node:http';

/** One line of a watch; `any` because each test names the fields that it expects. */
export type WatchLine = { type: string; object: any };

/** A watch that is read one event at a time. */
export class Watch {
  private readonly lines: AsyncIterator<WatchLine>;

  constructor(private readonly response: IncomingMessage) {
    this.lines = parseLines(response);
  }

  get status(): number {
    return this.response.statusCode ?? 0;
  }

  /** The next event; undefined once the server has ended the watch. A deadline turns silence into a failure. */
  async next(seconds = 3): Promise<WatchLine | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`The watch said nothing for ${seconds} s`)),
        seconds * 1000,
      );
    });
    try {
      const { done, value } = await Promise.race([this.lines.next(), deadline]);
      return done ? undefined : value;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Types and names of the next events. */
  async take(count: number): Promise<string[]> {
    const seen: string[] = [];
    while (seen.length < count) {
      const line = await this.next();
      seen.push(line ? `${line.type} ${line.object.metadata?.name}` : 'END');
    }
    return seen;
  }

  close(): void {
    this.response.destroy();
  }
}

async function* parseLines(
  response: IncomingMessage,
): AsyncGenerator<WatchLine, undefined> {
  let rest = '';
  response.setEncoding('utf8');
  for await (const chunk of response) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line) yield JSON.parse(line);
  }
  return undefined;
}
