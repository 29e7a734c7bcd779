import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { ADMINISTRATORS, Authenticator } from '../access/Authenticator';
import type { Controllers } from '../controllers/Controllers';
import { kindOf, type ObjectStore } from '../storage/ObjectStore';
import { ApiHandler } from './ApiHandler';
import type { Certificate } from './certificate';
import { sendError } from './send';

export type KubernetesClusterOptions = {
  name: string;
  store: ObjectStore;
  controllers: Controllers;
  certificate: Certificate;
  /** The tokens of administrators, by their names; the first is the portal's. */
  tokens: Readonly<Record<string, string>>;
  /** 0 takes a free port. */
  port: number;
  now(): Date;
};

/** One cluster: its API server over TLS, and the controllers that bring it to life. */
export class KubernetesCluster {
  private server?: Server;
  private readonly sockets = new Set<Duplex>();
  private readonly api: ApiHandler;
  private port: number;

  constructor(private readonly options: KubernetesClusterOptions) {
    const { store, certificate, tokens, now } = options;
    this.port = options.port;
    this.api = new ApiHandler({
      store,
      now,
      authenticator: new Authenticator(
        store,
        new Map(
          Object.entries(tokens).map(([name, token]) => [
            token,
            { name, groups: [ADMINISTRATORS] },
          ]),
        ),
        certificate.key,
      ),
      address: () => `127.0.0.1:${this.port}`,
    });
  }

  get name(): string {
    return this.options.name;
  }

  get url(): string {
    return `https://127.0.0.1:${this.port}`;
  }

  get ca(): string {
    return this.options.certificate.cert;
  }

  get token(): string {
    return Object.values(this.options.tokens)[0];
  }

  /** Names of the namespaces with these labels, for tests that ask what stands on the cluster. */
  listNamespaces(labels: Record<string, string> = {}): string[] {
    return this.store
      .list(kindOf('Namespace'))
      .filter(({ metadata }) =>
        Object.entries(labels).every(
          ([key, value]) => metadata.labels?.[key] === value,
        ),
      )
      .map(({ metadata }) => metadata.name);
  }

  private get store(): ObjectStore {
    return this.options.store;
  }

  /** Listens; a cluster that was stopped listens on its old port again. */
  async start(): Promise<void> {
    const { key, cert } = this.options.certificate;
    const server = createServer({ key, cert }, (request, response) => {
      this.api
        .handle(request, response)
        .catch(error => sendError(response, error));
    });
    server.on('connection', socket => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.port, '127.0.0.1', resolve);
    });
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
    this.options.controllers.start();
  }

  /** Cuts every connection and answers nobody, as a cluster that is down. */
  async stop(): Promise<void> {
    this.options.controllers.stop();
    const { server } = this;
    this.server = undefined;
    if (!server) return;
    const closed = new Promise(resolve => {
      server.close(resolve);
    });
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }
}
