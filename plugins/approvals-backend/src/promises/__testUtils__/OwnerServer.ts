import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { StoredRequestKindSubject } from '@caas/plugin-approvals-node';
import { FakeKindProviders } from '../../clients/FakeKindProviders';

/** What goes wrong with a call of the owner. `lost`: it was done, and the answer never arrived. */
export type Fault = { code: number } | 'hangs' | 'lost' | 'cut';

const OPERATIONS = [
  'validate',
  'evidence',
  'reserve',
  'release',
  'execute',
] as const;

/** The owner of a kind behind HTTP, with faults. It remembers what it made, and how often. */
export class OwnerServer {
  static async start(): Promise<OwnerServer> {
    const owner = new OwnerServer();
    await new Promise<void>(resolve => {
      owner.server.listen(0, '127.0.0.1', resolve);
    });
    return owner;
  }

  /** Who does the work. */
  readonly provider = new FakeKindProviders();
  /** How often each request was carried out anew, which is once. */
  readonly carriedOut = new Map<string, number>();
  /** How many calls there have been. */
  calls = 0;
  /** Asked about each call, before it is done. */
  decide: (operation: string) => Fault | undefined = () => undefined;
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      this.answer(request, response).catch(error => {
        response.writeHead(500).end(String(error));
      });
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => {
      this.server.close(resolve);
    });
  }

  private async answer(request: IncomingMessage, response: ServerResponse) {
    this.calls += 1;
    const subject = (await json(request)) as StoredRequestKindSubject; // as the desk sends it
    const asked = request.url!.split('/').at(-1);
    const operation = OPERATIONS.find(name => name === asked);
    if (!operation) throw new Error(`${request.url} is no operation`);
    const fault = this.decide(operation);
    if (fault === 'hangs') return;
    if (fault === 'cut') {
      request.socket.destroy();
      return;
    }
    if (typeof fault === 'object') {
      response.writeHead(fault.code, { 'retry-after': '1' }).end('no');
      return;
    }
    const { requestId } = subject;
    if (operation === 'execute' && !this.provider.made.has(requestId)) {
      this.carriedOut.set(requestId, (this.carriedOut.get(requestId) ?? 0) + 1);
    }
    const result = await this.provider[operation](subject);
    if (fault === 'lost') {
      request.socket.destroy();
      return;
    }
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify(result ?? {}));
  }
}
