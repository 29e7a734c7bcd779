import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ProcessEnd } from '@caas/backend-testing/processes';
import { createContractClient, type ContractClient } from '@caas/contract';
import {
  approvalsContract,
  type ApprovalsContract,
} from '@caas/plugin-approvals-common';
import {
  tenancyContract,
  type TenancyContract,
} from '@caas/plugin-tenancy-common';
import { BackendProcess } from './BackendProcess';

// eslint-disable-next-line no-restricted-syntax -- runs from the sources only, never from a bundle
const ROOT = path.resolve(__dirname, '../../../..');

/** Where the clusters of a test's sandbox answer. */
export type ClusterAddress = { url: string; ca: string; token: string };

/** The clients of one persona. */
export type PersonaClients = {
  approvals: ContractClient<ApprovalsContract>;
  tenancy: ContractClient<TenancyContract>;
};

/**
 * The whole backend in a process of its own, on files that outlive it, so that a test can kill it and start it again.
 */
export class PortalProcess {
  private constructor(private readonly process: BackendProcess) {}

  static create(options: {
    dataDir: string;
    port: number;
    clusters: { nonprod: ClusterAddress; prod: ClusterAddress };
    /** Keys of `backend` that differ from `app-config.yaml`. */
    backend?: object;
    /** Other keys that do. */
    config?: object;
  }): PortalProcess {
    const { dataDir, port, clusters, backend, config } = options;
    mkdirSync(path.join(dataDir, 'db'), { recursive: true });
    const configFile = path.join(dataDir, 'app-config.test.yaml');
    const baseUrl = `http://localhost:${port}`;
    const cluster = (name: 'nonprod' | 'prod', environments: string[]) => ({
      name,
      title: name,
      titleEn: name,
      environments,
      url: clusters[name].url,
      caData: Buffer.from(clusters[name].ca).toString('base64'),
      token: clusters[name].token,
    });
    // JSON is YAML.
    writeFileSync(
      configFile,
      JSON.stringify({
        ...config,
        backend: { baseUrl, listen: { port, host: '127.0.0.1' }, ...backend },
        clusters: [
          cluster('nonprod', ['dev', 'test', 'staging']),
          cluster('prod', ['prod']),
        ],
      }),
    );
    return new PortalProcess(
      new BackendProcess({
        entry: 'src/index.ts',
        port,
        configFiles: [path.join(ROOT, 'app-config.yaml'), configFile],
        env: {
          NODE_ENV: 'development',
          CAAS_DATA_DIR: dataDir,
          LOG_LEVEL: 'warn',
        },
      }),
    );
  }

  get baseUrl(): string {
    return this.process.baseUrl;
  }

  get port(): number {
    return this.process.port;
  }

  /** Starts the backend and waits until it is ready. */
  start(): Promise<void> {
    return this.process.start();
  }

  /** Asks the process to end in good order, and waits until it has. */
  stop(): Promise<ProcessEnd> {
    const ended = this.process.ended();
    this.process.signal('SIGTERM');
    return ended;
  }

  /** Ends the process as a power cut would. */
  kill(): Promise<void> {
    return this.process.kill();
  }

  /** Clients that call the backend as this persona. */
  async as(persona: string): Promise<PersonaClients> {
    const token = await this.signIn(persona);
    const send = (request: Request) => {
      request.headers.set('authorization', `Bearer ${token}`);
      return fetch(request);
    };
    return {
      approvals: createContractClient(approvalsContract, {
        baseUrl: `${this.baseUrl}/api/approvals`,
        fetch: send,
      }),
      tenancy: createContractClient(tenancyContract, {
        baseUrl: `${this.baseUrl}/api/tenancy`,
        fetch: send,
      }),
    };
  }

  /** A token of this persona. */
  async signIn(persona: string): Promise<string> {
    const response = await fetch(`${this.baseUrl}/api/auth/personas/refresh`, {
      headers: {
        'x-caas-persona': persona,
        'x-requested-with': 'XMLHttpRequest',
      },
    });
    if (!response.ok) {
      throw new Error(
        `Could not sign in as '${persona}': ${response.status} ${await response.text()}`,
      );
    }
    const { backstageIdentity } = await response.json();
    return backstageIdentity.token;
  }

  /** The last lines of the log, for a test that failed. */
  tail(): string {
    return this.process.tail();
  }
}
