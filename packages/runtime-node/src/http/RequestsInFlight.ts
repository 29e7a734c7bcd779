import type { Request, RequestHandler, Response } from 'express';

/** Header of the answer that the event bus holds open until there is an event. */
const LONG_POLL = 'backstage-events-notify-timeout';

type Entry = { request: Request; response: Response; startedAt: number };

const isEventStream = (response: Response) =>
  String(response.getHeader('content-type')).startsWith('text/event-stream');

const isLongPoll = (response: Response) =>
  response.headersSent && response.hasHeader(LONG_POLL);

/**
 * Knows every request that has been accepted and not yet answered, so that a shutdown can wait for them.
 *
 * @remarks
 * Three kinds have no end of their own and are nothing to wait for: upgrades, which belong to whoever took the socket;
 * event streams, which {@link RequestsInFlight.endStreams} ends so that their clients come back elsewhere; and the long
 * polls of the event bus, with which a backend asks itself.
 */
export class RequestsInFlight {
  private readonly entries = new Set<Entry>();
  private readonly waiting = new Set<() => void>();
  private leaving = false;

  /** Put this before everything that may answer. */
  readonly middleware: RequestHandler = (request, response, next) => {
    if (request.headers.upgrade) {
      next();
      return;
    }
    const entry = { request, response, startedAt: Date.now() };
    this.entries.add(entry);
    // Comes after the last byte and when the client has gone away, exactly once.
    response.once('close', () => {
      this.entries.delete(entry);
      this.notify();
    });
    if (this.leaving) response.setHeader('connection', 'close');
    next();
  };

  /** How many requests are being worked on. */
  get count(): number {
    return this.work().length;
  }

  /** From now on every answer tells its client to take another connection, which a balancer brings to another replica. */
  leave(): void {
    this.leaving = true;
    for (const { response } of this.entries) {
      if (!response.headersSent) response.setHeader('connection', 'close');
    }
  }

  /** Ends event streams as their protocol ends them; `EventSource` then connects again by itself. */
  endStreams(): void {
    for (const { response } of this.entries) {
      if (!isEventStream(response)) continue;
      // Whoever feeds the stream may write once more before it hears of the end.
      response.on('error', () => {});
      response.end();
    }
  }

  /** Waits until nothing is being worked on; answers what still was when the time was over. */
  async idle(timeoutMs: number): Promise<string[]> {
    if (this.count > 0) {
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, timeoutMs);
        this.waiting.add(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
    return this.work().map(
      ({ request, startedAt }) =>
        `${request.method} ${request.originalUrl.split('?')[0]} after ${Date.now() - startedAt} ms`,
    );
  }

  private work(): Entry[] {
    return [...this.entries].filter(
      ({ response }) => !isEventStream(response) && !isLongPoll(response),
    );
  }

  private notify(): void {
    if (this.waiting.size === 0 || this.count > 0) return;
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }
}
