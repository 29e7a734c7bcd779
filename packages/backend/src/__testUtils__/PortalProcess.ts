import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createContractClient, type ContractClient } from '@caas/contract';
import {
  approvalsContract,
  type ApprovalsContract,
} from '@caas/plugin-approvals-common';
import {
  tenancyContract,
  type TenancyContract,
} from '@caas/plugin-tenancy-common';

// eslint-disable-next-line no-restricted-syntax -- runs from the sources only, never from a bundle
const BACKEND = path.resolve(__dirname, '../..');
const ROOT = path.resolve(BACKEND, '../..');

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
  private child?: ChildProcess;
  private readonly log: string[] = [];

  private constructor(
    private readonly dataDir: string,
    private readonly port: number,
    private readonly configFile: string,
  ) {}

  static create(options: {
    dataDir: string;
    port: number;
    clusters: { nonprod: ClusterAddress; prod: ClusterAddress };
    /** Keys of `backend` that differ from `app-config.yaml`. */
    backend?: object;
  }): PortalProcess {
    const { dataDir, port, clusters, backend } = options;
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
        backend: { baseUrl, listen: { port, host: '127.0.0.1' }, ...backend },
        clusters: [
          cluster('nonprod', ['dev', 'test', 'staging']),
          cluster('prod', ['prod']),
        ],
      }),
    );
    return new PortalProcess(dataDir, port, configFile);
  }

  get baseUrl(): string {
    return `http://localhost:${this.port}`;
  }

  /** Starts the backend and waits until it is ready. */
  async start(): Promise<void> {
    const child = spawn(
      process.execPath,
      [
        '-r',
        '@backstage/cli/config/nodeTransform.cjs',
        'src/index.ts',
        '--config',
        path.join(ROOT, 'app-config.yaml'),
        '--config',
        this.configFile,
      ],
      {
        cwd: BACKEND,
        env: {
          ...process.env,
          NODE_ENV: 'development',
          CAAS_DATA_DIR: this.dataDir,
          LOG_LEVEL: 'warn',
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    this.child = child;
    const keep = (chunk: Buffer) => void this.log.push(chunk.toString());
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    await until('the backend is ready', 120_000, async () => {
      if (child.exitCode !== null) {
        throw new Error(`The backend stopped:\n${this.tail()}`);
      }
      const response = await fetch(
        `${this.baseUrl}/.backstage/health/v1/readiness`,
      ).catch(() => undefined);
      return response?.ok;
    });
  }

  /** Ends the process as a power cut would. */
  async kill(): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise(resolve => {
      child.once('exit', resolve);
    });
    child.kill('SIGKILL');
    await gone;
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
    return this.log.join('').split('\n').slice(-60).join('\n');
  }
}

/** Asks until the answer is truthy; fails with the last error when the time is over. */
export async function until<T>(
  what: string,
  timeoutMs: number,
  ask: () => Promise<T | undefined | false>,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  let last: unknown;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer) return answer;
    last = answer;
    // A breath between two questions; nothing is assumed to have happened after it.
    await new Promise(resolve => {
      setTimeout(resolve, 100);
    });
  }
  throw new Error(`Not within ${timeoutMs} ms: ${what} (last: ${last})`);
}
