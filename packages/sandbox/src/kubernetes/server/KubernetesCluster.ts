import { ADMINISTRATORS, Authenticator } from '../access/Authenticator';
import type { Controllers } from '../controllers/Controllers';
import { kindOf, type ObjectStore } from '../storage/ObjectStore';
import { ApiHandler } from './ApiHandler';
import type { Certificate } from './certificate';
import { sendError } from './send';
import { TlsServer } from './TlsServer';

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
  private readonly server: TlsServer;

  constructor(private readonly options: KubernetesClusterOptions) {
    const { store, certificate, tokens, now, port } = options;
    const api = new ApiHandler({
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
      address: () => `127.0.0.1:${this.server.port}`,
    });
    this.server = new TlsServer({
      certificate,
      port,
      serve: (request, response) => {
        api
          .handle(request, response)
          .catch(error => sendError(response, error));
      },
    });
  }

  get name(): string {
    return this.options.name;
  }

  get url(): string {
    return `https://127.0.0.1:${this.server.port}`;
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
    await this.server.start();
    this.options.controllers.start();
  }

  /** Cuts every connection and answers nobody, as a cluster that is down. */
  async stop(): Promise<void> {
    this.options.controllers.stop();
    await this.server.stop();
  }
}
