import { until } from '@caas/backend-testing/processes';
import { ClusterBench } from './ClusterBench';
import { pod } from './objects';

type Condition = { type: string; reason?: string; message?: string };

describe('The scheduler', () => {
  const bench = ClusterBench.forTests();
  let namespace: string;
  let pods: string;
  beforeEach(async () => {
    namespace = await bench.namespace();
    pods = `/api/v1/namespaces/${namespace}/pods`;
  });

  const placed = async (name: string): Promise<string> =>
    until(`${name} has a node`, 20_000, async () => {
      const { body } = await bench.get(`${pods}/${name}`);
      return body.spec.nodeName;
    });
  /** What the scheduler says of a pod that has no place. */
  const refused = async (name: string): Promise<Condition> =>
    until(`${name} is refused`, 20_000, async () => {
      const { body } = await bench.get(`${pods}/${name}`);
      const conditions: Condition[] = body.status.conditions ?? [];
      return conditions.find(({ reason }) => reason === 'Unschedulable');
    });
  const node = (name: string, spec: object) =>
    bench.patch(`/api/v1/nodes/${name}`, 'merge', { spec });

  it('spreads pods over the nodes that have no taint', async () => {
    await bench.post(pods, pod('a'));
    const first = await placed('a');
    await bench.post(pods, pod('b'));
    const both = [first, await placed('b')].sort();
    expect(both).toEqual(['nonprod-general-1', 'nonprod-general-2']);
  });

  it('goes by tolerations and selectors', async () => {
    const nodeSelector = { 'caas.io/partition': 'dmz' };
    const tolerations = [{ key: 'caas.io/partition', operator: 'Exists' }];
    await bench.post(pods, pod('dmz', { spec: { nodeSelector, tolerations } }));
    expect(await placed('dmz')).toMatch(/^nonprod-dmz-/);
    await bench.post(pods, pod('untolerated', { spec: { nodeSelector } }));
    expect((await refused('untolerated')).message).toBe(
      "0/6 nodes are available: 2 node(s) didn't match Pod's node affinity/selector, 2 node(s) had untolerated taint {caas.io/partition: database}, 2 node(s) had untolerated taint {caas.io/partition: dmz}. preemption: 0/6 nodes are available: 6 Preemption is not helpful for scheduling.",
    );
  });

  it('places nothing on cordoned nodes, says so, and goes on once there is one again', async () => {
    const names = ['nonprod-general-1', 'nonprod-general-2'];
    for (const name of names) await node(name, { unschedulable: true });
    await bench.post(pods, pod('waits'));
    const { message } = await refused('waits');
    expect(message).toContain('2 node(s) were unschedulable');
    const events = await bench.get(
      `/api/v1/namespaces/${namespace}/events?fieldSelector=reason%3DFailedScheduling`,
    );
    expect(events.body.items).toEqual([
      expect.objectContaining({ type: 'Warning', message }),
    ]);
    const { status } = (await bench.get(`${pods}/waits`)).body;
    expect(status).toMatchObject({
      phase: 'Pending',
      conditions: [{ type: 'PodScheduled', status: 'False' }],
    });
    for (const name of names) await node(name, { unschedulable: null });
    await placed('waits');
  });

  it('fills no node over its size', async () => {
    const requests = { cpu: '10' };
    for (const name of ['a', 'b']) {
      await bench.post(pods, pod(name, { requests }));
      await placed(name);
    }
    await bench.post(pods, pod('c', { requests }));
    expect((await refused('c')).message).toContain('2 Insufficient cpu');
    await bench.delete(`${pods}/a`);
    expect(await placed('c')).toMatch(/^nonprod-general-/);
  });

  it('leaves alone who names a node', async () => {
    const spec = { nodeName: 'nonprod-database-1' };
    await bench.post(pods, pod('named', { spec }));
    const status = await until('it runs', 20_000, async () => {
      const { body } = await bench.get(`${pods}/named`);
      return body.status.phase === 'Running' && body.status;
    });
    expect(status.conditions[0]).toMatchObject({
      type: 'PodScheduled',
      status: 'True',
    });
  });
});
