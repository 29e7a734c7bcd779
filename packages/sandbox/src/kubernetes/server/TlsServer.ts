import type { IncomingMessage, ServerResponse } from 'node:http';
import { createSecureServer, type Http2SecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Certificate } from './certificate';

type Serve = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Answers over TLS, in HTTP/2 to whom speaks it and in HTTP/1.1 to others, as an API server does: a client with dozens of
 * watches needs one connection.
 */
export class TlsServer {
  private server?: Http2SecureServer;
  private boundPort: number;
  private readonly sockets = new Set<Duplex>();

  constructor(
    private readonly options: {
      certificate: Certificate;
      /** 0 takes a free port, and keeps it. */
      port: number;
      serve: Serve;
    },
  ) {
    this.boundPort = options.port;
  }

  get port(): number {
    return this.boundPort;
  }

  get openConnections(): number {
    return this.sockets.size;
  }

  /** Listens; one that was stopped listens on its old port again. */
  async start(): Promise<void> {
    const { certificate, serve } = this.options;
    const { key, cert } = certificate;
    const server = createSecureServer(
      { key, cert, allowHTTP1: true },
      // Node gives requests of HTTP/2 the methods of those of HTTP/1.1, but not their type.
      serve as unknown as Parameters<typeof createSecureServer>[1],
    );
    server.on('connection', (socket: Duplex) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
    // Of a client that is gone: what it asked for ends with it.
    server.on('sessionError', () => {});
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.boundPort, '127.0.0.1', resolve);
    });
    this.boundPort = (server.address() as AddressInfo).port;
    this.server = server;
  }

  /** Cuts every connection, and refuses new ones. */
  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (!server) return;
    const closed = new Promise(resolve => {
      server.close(resolve);
    });
    this.cutAll();
    await closed;
  }

  /** Cuts every connection that is open now. */
  cutAll(): void {
    for (const socket of this.sockets) socket.destroy();
  }
}
