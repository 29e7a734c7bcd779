import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startSandbox, type Sandbox } from '../../startSandbox';
import { Watch } from './Watch';

/** An answer of the API; `any` because each test names the fields that it expects. */
export type Answer = { status: number; type: string; text: string; body: any };

export type CallOptions = {
  /** Content type; JSON unless told. */
  type?: string;
  /** Bearer token; the portal's unless told, none when empty. */
  token?: string;
};

const APPLY = 'application/apply-patch+yaml';

/** A sandbox on free ports with a data directory of its own, and its nonprod cluster over TLS. */
export class ClusterBench {
  private namespaces = 0;

  private constructor(
    readonly dataDir: string,
    private sandbox: Sandbox,
  ) {}

  static async start(): Promise<ClusterBench> {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'cluster-'));
    return new ClusterBench(dataDir, await startSandbox({ dataDir, ports: 0 }));
  }

  get cluster() {
    return this.sandbox.clusters.nonprod;
  }

  get kubeconfig(): string {
    return path.join(this.dataDir, 'sandbox/kubeconfig');
  }

  /** Stops; `between` sees the files of a sandbox that does not run; starts again on them. */
  async restart(between: () => void = () => {}): Promise<void> {
    await this.sandbox.close();
    between();
    this.sandbox = await startSandbox({ dataDir: this.dataDir, ports: 0 });
  }

  async close(): Promise<void> {
    await this.sandbox.close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  async send(
    method: string,
    where: string,
    body?: unknown,
    options: CallOptions = {},
  ): Promise<Answer> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await this.open(method, where, text, options);
    response.setEncoding('utf8');
    let answer = '';
    for await (const chunk of response) answer += chunk;
    const type = response.headers['content-type'] ?? '';
    return {
      status: response.statusCode ?? 0,
      type,
      text: answer,
      body: type.includes('json') ? JSON.parse(answer) : undefined,
    };
  }

  get(where: string): Promise<Answer> {
    return this.send('GET', where);
  }

  post(where: string, body: unknown): Promise<Answer> {
    return this.send('POST', where, body);
  }

  /** Server-side apply. */
  apply(
    where: string,
    body: unknown,
    { manager, force = false }: { manager: string; force?: boolean },
  ): Promise<Answer> {
    return this.send(
      'PATCH',
      `${where}?fieldManager=${manager}&force=${force}`,
      body,
      { type: APPLY },
    );
  }

  async watch(where: string): Promise<Watch> {
    return new Watch(await this.open('GET', where));
  }

  /** Makes a namespace for one test, and answers its name. */
  async namespace(name = `test-${(this.namespaces += 1)}`): Promise<string> {
    const { status, text } = await this.post('/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name },
    });
    if (status !== 201) throw new Error(text);
    return name;
  }

  private open(
    method: string,
    where: string,
    text?: string,
    { type = 'application/json', token }: CallOptions = {},
  ): Promise<IncomingMessage> {
    const { url, ca, token: portal } = this.cluster;
    const bearer = token ?? portal;
    return new Promise((resolve, reject) => {
      const call = request(
        `${url}${where}`,
        {
          method,
          ca,
          agent: false,
          headers: {
            ...(bearer && { authorization: `Bearer ${bearer}` }),
            ...(text !== undefined && {
              'content-type': type,
              'content-length': Buffer.byteLength(text),
            }),
          },
        },
        resolve,
      );
      call.on('error', reject);
      call.end(text);
    });
  }
}
