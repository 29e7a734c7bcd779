import { until } from '@caas/backend-testing/processes';
import { ClusterBench } from './ClusterBench';
import { pod } from './objects';

/** The status of a pod, as JSON.parse types it: each test knows what it waits for. */
type Status = any;

type Event = { reason: string; message: string; type: string; count: number };

jest.setTimeout(40_000);

describe('Pods', () => {
  const bench = ClusterBench.forTests();
  let core: string;
  beforeEach(async () => {
    core = `/api/v1/namespaces/${await bench.namespace()}`;
  });

  const statusOf = async (
    name: string,
    what: string,
    isThere: (status: Status) => boolean,
  ) =>
    until(`${name} ${what}`, 30_000, async () => {
      const { status } = (await bench.get(`${core}/pods/${name}`)).body;
      return isThere(status) && status;
    });
  const eventsOf = async (name: string): Promise<Event[]> => {
    const selector = `involvedObject.name%3D${name}`;
    const { body } = await bench.get(
      `${core}/events?fieldSelector=${selector}`,
    );
    return body.items;
  };
  const reasonsOf = async (name: string) =>
    (await eventsOf(name)).map(({ reason }) => reason).sort();
  const waiting = (reason: string) => (status: Status) =>
    status.containerStatuses?.[0].state.waiting?.reason === reason;

  it('run, with an address, and say how they came to it', async () => {
    await bench.post(`${core}/pods`, pod('a'));
    const status = await statusOf(
      'a',
      'runs',
      ({ phase }) => phase === 'Running',
    );
    expect(status).toMatchObject({
      podIP: expect.stringMatching(/^10\.244\.\d+\.\d+$/),
      conditions: expect.arrayContaining([
        expect.objectContaining({ type: 'Ready', status: 'True' }),
      ]),
      containerStatuses: [
        {
          name: 'main',
          ready: true,
          restartCount: 0,
          imageID: expect.any(String),
        },
      ],
    });
    expect(await reasonsOf('a')).toEqual([
      'Created',
      'Pulled',
      'Scheduled',
      'Started',
    ]);
    await bench.delete(`${core}/pods/a`);
    await until('the end is told', 20_000, async () =>
      (await reasonsOf('a')).includes('Killing'),
    );
  });

  it('do not run without their image, and say so again', async () => {
    const image = 'registry.example.com/life/policy:does-not-exist';
    await bench.post(`${core}/pods`, pod('a', { image }));
    await statusOf('a', 'cannot be pulled', waiting('ErrImagePull'));
    const { phase, conditions } = await statusOf(
      'a',
      'backs off',
      waiting('ImagePullBackOff'),
    );
    expect(phase).toBe('Pending');
    expect(conditions).toContainEqual(
      expect.objectContaining({
        type: 'Ready',
        status: 'False',
        message: 'containers with unready status: [main]',
      }),
    );
    const events = await eventsOf('a');
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'Warning',
        reason: 'Failed',
        message: expect.stringContaining(`Failed to pull image "${image}"`),
      }),
    );
    // The same is one event that counts.
    bench.skip(15);
    await until('it was tried again', 30_000, async () =>
      (await eventsOf('a')).some(
        ({ reason, count }) => reason === 'Pulling' && count > 1,
      ),
    );
    expect((await eventsOf('a')).length).toBe(events.length);
  });

  it('take their events along after an hour', async () => {
    await bench.post(`${core}/pods`, pod('a'));
    await statusOf('a', 'runs', ({ phase }) => phase === 'Running');
    bench.skip(3700);
    await bench.restart();
    expect(await eventsOf('a')).toEqual([]);
  });

  it('start again when they crash, later and later', async () => {
    const annotations = { 'sandbox.caas.io/exit-after-seconds': '0' };
    await bench.post(`${core}/pods`, pod('a', { annotations }));
    const crashed = await statusOf(
      'a',
      'has crashed',
      waiting('CrashLoopBackOff'),
    );
    expect(crashed.phase).toBe('Running');
    const [container] = crashed.containerStatuses;
    expect(container).toMatchObject({
      ready: false,
      state: { waiting: { message: expect.stringMatching(/^back-off 10s /) } },
      lastState: { terminated: { exitCode: 1, reason: 'Error' } },
    });
    bench.skip(15);
    await statusOf(
      'a',
      'was started again',
      ({ containerStatuses }) =>
        containerStatuses[0].restartCount === 1 &&
        containerStatuses[0].state.waiting?.message.startsWith('back-off 20s '),
    );
  });

  it('that have work to do end with it', async () => {
    const done = { restartPolicy: 'Never' };
    await bench.post(`${core}/pods`, pod('a', { spec: done }));
    await statusOf('a', 'is done', ({ phase }) => phase === 'Succeeded');
    const annotations = { 'sandbox.caas.io/exit-code': '3' };
    await bench.post(`${core}/pods`, pod('b', { spec: done, annotations }));
    const failed = await statusOf(
      'b',
      'fails',
      ({ phase }) => phase === 'Failed',
    );
    expect(failed.containerStatuses[0].state.terminated.exitCode).toBe(3);
  });
});
