import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startSandbox, type Sandbox } from '../../startSandbox';
import { ApiClient } from './ApiClient';

export type { Answer } from './ApiClient';

/** The time, which a test can move on. */
class Clock {
  aheadMs = 0;
  readonly now = () => new Date(Date.now() + this.aheadMs);
}

/** A sandbox on free ports with a data directory of its own, and its nonprod cluster over TLS. */
export class ClusterBench extends ApiClient {
  private namespaces = 0;

  private constructor(
    readonly dataDir: string,
    private readonly clock: Clock,
    private sandbox: Sandbox,
  ) {
    super(() => this.cluster);
  }

  static async start(): Promise<ClusterBench> {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'cluster-'));
    const clock = new Clock();
    const sandbox = await startSandbox({ dataDir, ports: 0, now: clock.now });
    return new ClusterBench(dataDir, clock, sandbox);
  }

  /** Lets that much time go by at once. */
  skip(seconds: number): void {
    this.clock.aheadMs += seconds * 1000;
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
    const { dataDir, clock } = this;
    this.sandbox = await startSandbox({ dataDir, ports: 0, now: clock.now });
  }

  async close(): Promise<void> {
    await this.sandbox.close();
    rmSync(this.dataDir, { recursive: true, force: true });
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
}
