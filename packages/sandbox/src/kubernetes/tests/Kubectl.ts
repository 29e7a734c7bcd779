import { execFile, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { stringify } from 'yaml';
import { ClusterBench } from './ClusterBench';

const run = promisify(execFile);
const isInstalled =
  spawnSync('kubectl', ['version', '--client'], { stdio: 'ignore' }).status ===
  0;

/** The `kubectl` of this machine on a cluster of its own, in a namespace of its own. */
export class Kubectl {
  bench!: ClusterBench;
  namespace!: string;

  async start(): Promise<void> {
    this.bench = await ClusterBench.start();
    this.namespace = await this.bench.namespace();
  }

  /** Runs a command, and answers what it printed. */
  readonly run = async (...args: string[]): Promise<string> => {
    const { stdout } = await run('kubectl', this.argumentsOf(args), {
      env: this.environment,
      timeout: 60_000,
    });
    return stdout;
  };

  argumentsOf(args: string[]): string[] {
    const { kubeconfig } = this.bench;
    return ['--kubeconfig', kubeconfig, '-n', this.namespace, ...args];
  }

  /** Its cache of the API lives in the home directory. */
  get environment(): NodeJS.ProcessEnv {
    return { ...process.env, HOME: this.bench.dataDir };
  }

  /** Writes an object to the file that is answered. */
  readonly manifest = (object: unknown): string => {
    const file = path.join(this.bench.dataDir, 'manifest.yaml');
    writeFileSync(file, stringify(object));
    return file;
  };
}

/** Tests with `kubectl`, where it is installed; elsewhere one line that says what is missing. */
export function describeKubectl(
  subject: string,
  tests: (kubectl: Kubectl) => void,
): void {
  const describeWhereItIs = isInstalled ? describe : describe.skip;
  const missing = isInstalled ? '' : ' (kubectl is not on the PATH)';
  describeWhereItIs(`${subject}${missing}`, () => {
    const kubectl = new Kubectl();
    beforeAll(() => kubectl.start());
    afterAll(() => kubectl.bench.close());
    tests(kubectl);
  });
}
