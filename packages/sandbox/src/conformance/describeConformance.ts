import { ConformanceCluster } from './ConformanceCluster';
import { targets } from './targets';

/** Waiting for the controllers of a real cluster takes its time. */
const LONGEST_MS = 60_000;

/**
 * Describes one subject of the protocol, against each target. A test that the sandbox fails and a real cluster passes is
 * a defect of the sandbox; the suite says what Kubernetes does, and nothing else.
 *
 * @param tests - Gets the cluster as a function, as it runs only once the tests do.
 */
export function describeConformance(
  subject: string,
  tests: (cluster: () => ConformanceCluster) => void,
  { needsControllers = false } = {},
): void {
  jest.setTimeout(LONGEST_MS);
  const able = targets().filter(
    ({ hasControllers }) => hasControllers || !needsControllers,
  );
  describe.each(able)(`${subject} of $name`, target => {
    let cluster: ConformanceCluster;
    let stop: () => Promise<void>;
    beforeAll(async () => {
      const started = await target.start();
      stop = started.stop;
      cluster = new ConformanceCluster(started.connection);
    });
    afterAll(async () => {
      await cluster.cleanUp();
      await stop();
    });
    tests(() => cluster);
  });
}
