import { Agent, request as forwardRequest } from 'node:https';
import type {
  IncomingHttpHeaders,
  IncomingMessage,
  ServerResponse,
} from 'node:http';
import {
  loadCertificate,
  type Certificate,
} from './kubernetes/server/certificate';
import type { KubernetesCluster } from './kubernetes/server/KubernetesCluster';
import { TlsServer } from './kubernetes/server/TlsServer';

/** What belongs to one connection, and not to what travels on it. */
const HOP_BY_HOP = ['connection', 'keep-alive', 'transfer-encoding', 'host'];

/** A request as it arrived, and when, in milliseconds since 1970. */
export type SeenRequest = {
  method: string;
  /** Without the query. */
  path: string;
  query: URLSearchParams;
  userAgent: string;
  at: number;
  /** Of the answer; undefined while there is none, and when there was none. */
  code?: number;
  /** What was sent, once it was forwarded. */
  body: string;
};

/**
 * What is done to a request.
 *
 * - `answer`: this answer, and the cluster does not hear of it;
 * - `reset`: the request is cut before the cluster hears of it;
 * - `resetAfter`: the cluster does what was asked, and the request is cut before it can say so;
 * - `hang`: nothing happens, ever;
 * - `cut`: the answer is cut after some bytes, in the middle of a line if need be;
 * - `silence`: the answer stops after some bytes, on a connection that stays open;
 * - `end`: a watch that has this `Status` as its only line.
 */
export type Fault =
  | {
      kind: 'answer';
      code: number;
      message?: string;
      headers?: Record<string, string>;
    }
  | { kind: 'reset' | 'resetAfter' | 'hang' }
  | { kind: 'cut' | 'silence'; afterBytes: number }
  | { kind: 'end'; code: number };

/**
 * Stands in front of a cluster, over TLS, and does to requests what a test wants. Everything that arrives is written down.
 */
export class FaultProxy {
  /** Decides about each request as it arrives; nothing is done to those it answers nothing about. */
  decide: (request: SeenRequest) => Fault | undefined = () => undefined;
  readonly requests: SeenRequest[] = [];
  private readonly server: TlsServer;
  private readonly agent: Agent;

  static async start(
    cluster: Pick<KubernetesCluster, 'name' | 'url' | 'ca' | 'token'>,
  ): Promise<FaultProxy> {
    const proxy = new FaultProxy(cluster, await loadCertificate(undefined));
    await proxy.listen();
    return proxy;
  }

  private constructor(
    private readonly cluster: Pick<
      KubernetesCluster,
      'name' | 'url' | 'ca' | 'token'
    >,
    private readonly certificate: Certificate,
  ) {
    this.agent = new Agent({ keepAlive: true, ca: cluster.ca });
    this.server = new TlsServer({
      certificate,
      port: 0,
      serve: (request, response) => this.serve(request, response),
    });
  }

  get name(): string {
    return this.cluster.name;
  }

  get url(): string {
    return `https://127.0.0.1:${this.server.port}`;
  }

  get ca(): string {
    return this.certificate.cert;
  }

  get token(): string {
    return this.cluster.token;
  }

  get openConnections(): number {
    return this.server.openConnections;
  }

  /** Listens, on the same port again after a `refuse`. */
  async listen(): Promise<void> {
    await this.server.start();
  }

  /** Cuts every connection, and refuses new ones. */
  async refuse(): Promise<void> {
    await this.server.stop();
  }

  /** Cuts every connection that is open now. */
  cutAll(): void {
    this.server.cutAll();
  }

  async close(): Promise<void> {
    await this.refuse();
    this.agent.destroy();
  }

  private serve(request: IncomingMessage, response: ServerResponse): void {
    const address = new URL(request.url!, this.url);
    const seen: SeenRequest = {
      method: request.method!,
      path: address.pathname,
      query: address.searchParams,
      userAgent: request.headers['user-agent'] ?? '',
      at: Date.now(),
      body: '',
    };
    this.requests.push(seen);
    const fault = this.decide(seen);
    response.on('error', () => {});
    switch (fault?.kind) {
      case 'hang':
        return;
      case 'reset':
        response.destroy();
        return;
      case 'answer':
        seen.code = fault.code;
        response.writeHead(fault.code, {
          'content-type': 'application/json',
          ...fault.headers,
        });
        response.end(JSON.stringify(statusOf(fault.code, fault.message)));
        return;
      case 'end':
        seen.code = 200;
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(
          `${JSON.stringify({ type: 'ERROR', object: statusOf(fault.code) })}\n`,
        );
        return;
      default:
        this.forward(request, response, seen, fault);
    }
  }

  private forward(
    request: IncomingMessage,
    response: ServerResponse,
    seen: SeenRequest,
    fault: Exclude<Fault, { kind: 'answer' | 'end' }> | undefined,
  ): void {
    const passed = forwardRequest(
      `${this.cluster.url}${request.url}`,
      {
        method: request.method,
        headers: endToEnd(request.headers),
        agent: this.agent,
      },
      answer => {
        if (fault?.kind === 'resetAfter') {
          answer.resume();
          answer.on('end', () => response.destroy());
          return;
        }
        seen.code = answer.statusCode;
        response.writeHead(answer.statusCode!, endToEnd(answer.headers));
        response.flushHeaders();
        if (fault && 'afterBytes' in fault) limit(answer, response, fault);
        else answer.pipe(response);
        answer.on('error', () => response.destroy());
      },
    );
    passed.on('error', () => response.destroy());
    response.on('close', () => passed.destroy());
    request.on('data', (chunk: Buffer) => {
      seen.body += chunk.toString('utf8');
    });
    request.pipe(passed);
  }
}

/** Both sides may speak another version of HTTP: those of HTTP/2 that begin with a colon say what the first line says. */
function endToEnd(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => !name.startsWith(':') && !HOP_BY_HOP.includes(name),
    ),
  );
}

function limit(
  answer: IncomingMessage,
  response: ServerResponse,
  { kind, afterBytes }: { kind: 'cut' | 'silence'; afterBytes: number },
): void {
  let left = afterBytes;
  answer.on('data', (chunk: Buffer) => {
    if (left > 0) response.write(chunk.subarray(0, left));
    left -= chunk.length;
    if (left <= 0 && kind === 'cut') response.destroy();
  });
  answer.on('end', () => {
    if (left > 0) response.end();
  });
}

function statusOf(code: number, message = `Fault ${code}`): object {
  return { kind: 'Status', apiVersion: 'v1', status: 'Failure', code, message };
}
