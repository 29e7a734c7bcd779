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
  /** A bench of a `describe`: there from before its first test until after its last. */
  static forTests(): ClusterBench {
    const bench = new ClusterBench();
    beforeAll(() => bench.begin());
    afterAll(() => bench.close());
    return bench;
  }

  static async start(): Promise<ClusterBench> {
    const bench = new ClusterBench();
    await bench.begin();
    return bench;
  }

  private folder?: string;
  private readonly clock = new Clock();
  private sandbox?: Sandbox;
  private namespaces = 0;

  private constructor() {
    super(() => this.cluster);
  }

  /** Lets that much time go by at once. */
  skip(seconds: number): void {
    this.clock.aheadMs += seconds * 1000;
  }

  get cluster() {
    if (!this.sandbox) throw new Error('The sandbox does not run');
    return this.sandbox.clusters.nonprod;
  }

  /** Made when it is needed first: a `describe` may be skipped. */
  get dataDir(): string {
    this.folder ??= mkdtempSync(path.join(tmpdir(), 'cluster-'));
    return this.folder;
  }

  get kubeconfig(): string {
    return path.join(this.dataDir, 'sandbox/kubeconfig');
  }

  /** Stops; `between` sees the files of a sandbox that does not run; starts again on them. */
  async restart(between: () => void = () => {}): Promise<void> {
    await this.sandbox?.close();
    between();
    await this.begin();
  }

  async close(): Promise<void> {
    await this.sandbox?.close();
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

  private async begin(): Promise<void> {
    const { dataDir, clock } = this;
    this.sandbox = await startSandbox({ dataDir, ports: 0, now: clock.now });
  }
}
