import { eventually } from '@caas/backend-testing/processes';
import type { PodLogEvent } from '@caas/plugin-clusters-common';
import { PeopleBench } from '../__testUtils__/people';

jest.setTimeout(30_000);

describe('pod logs', () => {
  let bench: PeopleBench;
  let pod: string;
  const place = () => ({
    cluster: 'nonprod',
    namespace: 'life-logs-dev',
    pod,
  });
  beforeAll(async () => {
    bench = await PeopleBench.start();
    [pod] = await bench.run('life-logs-dev');
  });
  afterAll(() => bench.stop());
  beforeEach(() => {
    bench.audited.length = 0;
  });

  it('shows a pod with its containers to its tenant', async () => {
    const found = await bench.as('li-wei').pods.get(place());
    expect(found).toMatchObject({
      cluster: 'nonprod',
      namespace: 'life-logs-dev',
      name: pod,
      tenant: 'life',
      workload: 'claims',
      containerList: [
        {
          name: 'claims',
          image: 'harbor.local/life/claims:1.0.0',
          state: 'Running',
          isReady: true,
          isInit: false,
          restarts: 0,
        },
      ],
    });
    expect(found.conditions.map(({ type }) => type)).toContain('Ready');
  });

  it('shows the last lines with their times, says that there are more, and is audited once', async () => {
    const whole = await eventually(20, async () => {
      const log = await bench.as('li-wei').pods.log(place());
      expect(log.lines.length).toBeGreaterThan(4);
      return log;
    });
    expect(whole.cutBy).toBeUndefined();
    expect(whole.lines[0].at).toMatch(/^2\d{3}-.*Z$/);
    expect(whole.lines[0].text).toContain('Starting Application');
    bench.audited.length = 0;
    const log = await bench.as('li-wei').pods.log({ ...place(), tailLines: 2 });
    expect(log.lines).toHaveLength(2);
    expect(log.cutBy).toBe('lines');
    expect(bench.audited).toEqual([
      {
        event: 'pod-log-read',
        meta: {
          cluster: 'nonprod',
          namespace: 'life-logs-dev',
          pod,
          tenant: 'life',
        },
      },
    ]);
  });

  it('follows a log over the wire, audited once', async () => {
    const stream = await bench.as('li-wei').pods.followLog(place());
    const lines: string[] = [];
    for await (const event of stream) {
      if (event.type === 'lines') {
        lines.push(...event.lines.map(({ text }) => text));
      }
      // Those after the start are written while we look.
      if (lines.length > 8) break;
    }
    expect(lines[0]).toContain('Starting Application');
    expect(bench.audited).toHaveLength(1);
    expect(bench.audited[0].meta).toMatchObject({ follow: true, pod });
  });

  it('tells a follower that the pod is gone', async () => {
    const [gone] = await bench.run('life-gone-dev');
    const stream = await bench.as('li-wei').pods.followLog({
      cluster: 'nonprod',
      namespace: 'life-gone-dev',
      pod: gone,
    });
    const events: PodLogEvent[] = [];
    const read = (async () => {
      for await (const event of stream) events.push(event);
    })();
    await eventually(20, () => expect(events.length).toBeGreaterThan(0));
    await bench.admin.delete({
      kind: 'Deployment',
      namespace: 'life-gone-dev',
      name: 'claims',
    });
    await read;
    expect(events.at(-1)).toMatchObject({
      type: 'end',
      reason: 'gone',
      message: {
        'zh-CN': expect.stringContaining('已不存在'),
        en: expect.stringContaining('is gone'),
      },
    });
  });

  it('ends what is followed when the backend shuts down, without an error, and leaves the cluster', async () => {
    const streams = await Promise.all(
      [1, 2, 3, 4].map(() => bench.as('li-wei').pods.followLog(place())),
    );
    let lines = 0;
    const reads = streams.map(async stream => {
      for await (const event of stream) {
        if (event.type === 'lines') lines += event.lines.length;
      }
    });
    await eventually(20, () => expect(lines).toBeGreaterThan(0));
    bench.endStreams();
    await Promise.all(reads);
    await eventually(20, () => expect(bench.audited).toHaveLength(4));
    expect(bench.audited.map(({ error }) => error)).toEqual(
      Array(4).fill(undefined),
    );
    // That their places are free again, the next test shows: it takes all four.
  });

  it('lets one person follow four logs at once, and says what to do about a fifth', async () => {
    const client = bench.as('li-wei');
    const streams = await Promise.all(
      [1, 2, 3, 4].map(() => client.pods.followLog(place())),
    );
    await expect(client.pods.followLog(place())).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('close one of them'),
      translations: { 'zh-CN': expect.stringContaining('请关闭其中一个') },
    });
    await Promise.all(streams.map(stream => stream.return(undefined)));
    const again = await eventually(20, () => client.pods.followLog(place()));
    await again.return(undefined);
  });

  it.each(['get', 'log', 'followLog'] as const)(
    'answers %s of a foreign pod as of one that is not there',
    async name => {
      const foreign = bench.as('zhang-min').pods[name](place());
      await expect(foreign).rejects.toMatchObject({
        name: 'NotFoundError',
        message: expect.stringContaining(`There is no pod '${pod}'`),
        translations: { 'zh-CN': expect.stringContaining(`容器组“${pod}”`) },
      });
      await expect(
        bench.as('li-wei').pods[name]({ ...place(), pod: 'nothing' }),
      ).rejects.toMatchObject({ name: 'NotFoundError', status: 404 });
      await expect(bench.as().pods[name](place())).rejects.toMatchObject({
        status: 401,
      });
    },
  );

  it('refuses what no log has', async () => {
    const { pods } = bench.as('li-wei');
    await expect(
      pods.log({ ...place(), tailLines: 5001 }),
    ).rejects.toMatchObject({ name: 'InputError' });
    await expect(
      pods.log({ ...place(), container: 'sidecar' }),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('container sidecar is not valid'),
      translations: {
        'zh-CN': expect.stringContaining(`容器组“${pod}”的日志：集群`),
      },
    });
    await expect(
      pods.log({ ...place(), previous: true }),
    ).rejects.toMatchObject({
      message: expect.stringContaining('previous terminated container'),
    });
  });
});
