import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startSandbox, type Sandbox } from '../../startSandbox';
import { ApiClient } from './ApiClient';

export type { Answer } from './ApiClient';

/** A sandbox on free ports with a data directory of its own, and its nonprod cluster over TLS. */
export class ClusterBench extends ApiClient {
  private namespaces = 0;

  private constructor(
    readonly dataDir: string,
    private sandbox: Sandbox,
  ) {
    super(() => this.cluster);
  }

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
