// viewProcess.ts '{"url":"https://…","ca":"…"}': the view of one cluster in a process of its own; prints what it measured.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { ClusterView } from '../../../plugins/clusters-backend/src/views/ClusterView';
import { ClusterRegistry } from '../../../plugins/clusters-backend/src/views/ClusterRegistry';
import { DefaultKubernetesClient } from '../../../plugins/clusters-backend/src/clients/DefaultKubernetesClient';
import { presentClusterDetail } from '../../../plugins/clusters-backend/src/presenters/cluster';
import { createViews } from '../../../plugins/clusters-backend/src/services/views';
import { namespaceName } from './pods';
import { Turns } from './turns';

const { url, ca }: { url: string; ca: string } = JSON.parse(process.argv[2]);
const ALL = { allows: () => true, filter: 'all' } as const;
const MB = 2 ** 20;

const collectGarbage = () => {
  if (!globalThis.gc) throw new Error('Run it with --expose-gc');
  globalThis.gc();
};

async function main() {
  const nothing = () => {};
  const logger: any = {
    error: console.error,
    warn: console.error,
    info: nothing,
    debug: nothing,
  }; // as LoggerService
  const definition: any = {
    name: 'bench',
    title: 'bench',
    titleEn: 'bench',
    environments: ['prod'],
    origin: 'config',
    readAccess: () => ({ url, ca, user: { token: 'bench' } }),
  };
  const client = DefaultKubernetesClient.create({ definition });
  // The first request of a process compiles what it needs: that is no matter of pods.
  await client.getVersion();
  await wait(300);
  collectGarbage();
  const heapBefore = process.memoryUsage().heapUsed;

  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const turns = new Turns();
  const begun = performance.now();
  const connected = Promise.withResolvers<void>();
  const view = new ClusterView({
    cluster: 'bench',
    client,
    clock: { now: () => new Date() },
    logger,
    onConnected: () => connected.resolve(),
    onTouched: nothing,
  });
  view.start();
  await connected.promise;
  const readySeconds = (performance.now() - begun) / 1000;
  const stallMs = delay.max / 1e6;
  const turnMs = turns.take();
  const stallP99Ms = delay.percentile(99) / 1e6;
  const peakMb = process.resourceUsage().maxRSS / 1024;

  // Following: changes come in, people ask.
  delay.reset();
  await wait(3_000);
  const followStallMs = delay.max / 1e6;
  const followTurnMs = turns.take();
  turns.stop();
  delay.disable();
  collectGarbage();
  await wait(1_000);
  collectGarbage();
  const heapMb = (process.memoryUsage().heapUsed - heapBefore) / MB;
  const residentMb = process.memoryUsage.rss() / MB;

  const registry = new ClusterRegistry([{ definition, view }] as any);
  const views = createViews(registry);
  const namespaces = [...view.namespaces.seen.all()].length;
  const oneNamespace = await times(200, index =>
    views.pods.list(
      {
        namespace: namespaceName(index % namespaces),
        cluster: 'bench',
        limit: 50,
        offset: 0,
      } as any,
      ALL as any,
    ),
  );
  const bigNamespace = await times(50, () =>
    views.pods.list(
      {
        namespace: namespaceName(0),
        cluster: 'bench',
        limit: 50,
        offset: 0,
      } as any,
      ALL as any,
    ),
  );
  // Changes come in between, so that each adds up anew.
  const rollUp = await times(
    20,
    () => presentClusterDetail({ definition, view } as any),
    60,
  );
  process.stdout.write(
    `${JSON.stringify({
      pods: view.pods.seen.size,
      nodes: view.nodes.seen.size,
      readySeconds,
      stallMs,
      turnMs,
      followTurnMs,
      stallP99Ms,
      followStallMs,
      heapMb,
      residentMb,
      peakMb,
      namespaceMs: oneNamespace,
      bigNamespaceMs: bigNamespace,
      rollUpMs: rollUp,
    })}\n`,
  );
  process.exit(0);
}

/** The 95th percentile of so many runs, in ms. */
async function times(
  count: number,
  run: (index: number) => unknown,
  pauseMs = 1,
): Promise<number> {
  const measured: number[] = [];
  for (let index = 0; index < count; index += 1) {
    await wait(pauseMs);
    const begun = performance.now();
    run(index);
    measured.push(performance.now() - begun);
  }
  measured.sort((one, other) => one - other);
  return measured[Math.floor(count * 0.95)];
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
