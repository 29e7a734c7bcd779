import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  ApiClient,
  type Answer,
  type Connection,
} from '../kubernetes/tests/ApiClient';

/** What a suite may expect of controllers: a real one looks again after a second or two. */
const PATIENCE_MS = 30_000;
const ASK_AGAIN_MS = 150;

/** A cluster that the suite is held against: the sandbox, or a real one. Its names are free, also on a cluster of others. */
export class ConformanceCluster extends ApiClient {
  private readonly run = randomBytes(4).toString('hex');
  private readonly cleanups: string[] = [];
  private names = 0;

  constructor(connection: Connection) {
    super(() => connection);
  }

  /** A name that nothing on the cluster has. */
  unique(prefix = 'conformance'): string {
    this.names += 1;
    return `${prefix}-${this.run}-${this.names}`;
  }

  /** Makes a namespace for one test, and answers its name. */
  async namespace(): Promise<string> {
    const name = this.unique();
    await this.expectCreated('/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name },
    });
    this.deleteAtEnd(`/api/v1/namespaces/${name}`);
    return name;
  }

  /** Creates what a test needs before it begins. */
  async expectCreated(where: string, body: unknown): Promise<Answer['body']> {
    const { status, text, body: created } = await this.post(where, body);
    if (status !== 201) throw new Error(`POST ${where}: ${status} ${text}`);
    return created;
  }

  /** Deletes an object once the suite is over; what is in no namespace would stay on a cluster of others. */
  deleteAtEnd(where: string): void {
    this.cleanups.push(where);
  }

  /** Asks again until the answer is what the test waits for. */
  async eventually(
    where: string,
    isThere: (answer: Answer) => boolean,
  ): Promise<Answer> {
    return this.askAgain(where, () => this.get(where), isThere);
  }

  /** Asks again, whatever the question is, until the answer is what the test waits for. */
  async askAgain(
    what: string,
    ask: () => Promise<Answer>,
    isThere: (answer: Answer) => boolean,
  ): Promise<Answer> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const answer = await ask();
      if (isThere(answer)) return answer;
      if (Date.now() > deadline) {
        throw new Error(
          `${what} did not become what was waited for: ${answer.status} ${answer.text.slice(0, 2000)}`,
        );
      }
      await sleep(ASK_AGAIN_MS);
    }
  }

  async cleanUp(): Promise<void> {
    for (const where of this.cleanups.splice(0).reverse()) {
      await this.delete(where);
    }
  }
}
