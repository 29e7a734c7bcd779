import { mockServices } from '@backstage/backend-test-utils';
import { eventually } from '@caas/backend-testing/processes';
import { LABELS } from '@caas/plugin-clusters-common';
import { ClusterAdmin, startSandbox, type Sandbox } from '@caas/sandbox';
import { namespace, NOW, quota } from '../__testUtils__/applySets';
import { clientOf } from '../__testUtils__/portal';
import { ClusterView } from './ClusterView';

jest.setTimeout(30_000);

describe('the view of a cluster', () => {
  let sandbox: Sandbox;
  let admin: ClusterAdmin;
  let view: ClusterView;
  let noticed: string[];
  const logger = mockServices.logger.mock();

  const follow = (changes: { token?: string } = {}) => {
    noticed = [];
    view = new ClusterView({
      cluster: 'nonprod',
      client: clientOf(sandbox.clusters.nonprod, changes),
      clock: { now: () => NOW },
      logger,
      onConnected: cluster => noticed.push(`${cluster} answers`),
      onTouched: (_, id) => noticed.push(`${id} touched`),
    });
    view.start();
    return view;
  };
  const isConnected = () =>
    eventually(20, () => expect(view.status.state).toBe('connected'));

  beforeAll(async () => {
    sandbox = await startSandbox({});
    admin = new ClusterAdmin(sandbox.clusters.nonprod);
  });
  afterEach(() => view.stop());
  afterAll(() => sandbox.close());

  it('shows what stands, and tells the version', async () => {
    follow();
    expect(view.status).toEqual({ state: 'connecting', since: NOW });
    await eventually(20, () =>
      expect(view.status).toEqual({
        state: 'connected',
        since: NOW,
        version: expect.stringMatching(/^v1\./),
      }),
    );
    expect(noticed).toEqual(['nonprod answers']);
    expect(view.nodes.seen.size).toBe(6);
    expect(view.namespaces.seen.find('kube-system')).toMatchObject({
      name: 'kube-system',
      tenant: undefined,
      phase: 'Active',
    });
  });

  it('follows namespaces and quotas as they come, change and go', async () => {
    follow();
    await isConnected();
    const space = namespace('life-seen-dev');
    await admin.create({
      ...space,
      metadata: {
        ...space.metadata,
        labels: { ...space.metadata.labels!, [LABELS.partOf]: 'tenancy.a' },
      },
    });
    await admin.create(quota('life-seen-dev'));
    await eventually(20, () => {
      expect(view.namespaces.seen.find('life-seen-dev')).toEqual({
        name: 'life-seen-dev',
        tenant: 'life',
        environment: 'dev',
        phase: 'Active',
        createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
      });
      expect(view.quotas.seen.find('quota', 'life-seen-dev')).toEqual({
        name: 'quota',
        namespace: 'life-seen-dev',
        hard: { 'requests.cpu': '2', pods: '20' },
        used: { 'requests.cpu': '0', pods: '0' },
      });
    });
    await admin.delete({ kind: 'Namespace', name: 'life-seen-dev' });
    await eventually(20, () => {
      expect(view.namespaces.seen.find('life-seen-dev')).toBeUndefined();
      expect(view.quotas.seen.find('quota', 'life-seen-dev')).toBeUndefined();
    });
    // Twice, perhaps: when it begins to end, and when it is gone.
    expect([...new Set(noticed)]).toEqual([
      'nonprod answers',
      'tenancy.a touched',
    ]);
  });

  it('shows what it saw last while the cluster is away, and what changed once it is back', async () => {
    const { nonprod } = sandbox.clusters;
    await admin.create(namespace('life-before-dev'));
    follow();
    await isConnected();
    await nonprod.stop();
    try {
      await eventually(20, () =>
        expect(view.status).toMatchObject({
          state: 'unreachable',
          reason: expect.stringMatching(/^Cluster 'nonprod' does not answer: /),
        }),
      );
      expect(view.namespaces.seen.find('life-before-dev')).toBeDefined();
    } finally {
      await nonprod.start();
    }
    await admin.create(namespace('life-after-dev'));
    await isConnected();
    await eventually(20, () =>
      expect(view.namespaces.seen.find('life-after-dev')).toBeDefined(),
    );
    expect(noticed).toEqual(['nonprod answers', 'nonprod answers']);
  });

  it('says what to do about a token that is not accepted, and quotes it nowhere', async () => {
    follow({ token: 'wrong-token' });
    await eventually(20, () =>
      expect(view.status.reason).toContain('give the cluster another one'),
    );
    const said = JSON.stringify([view.status, logger.warn.mock.calls]);
    expect(said).not.toContain('wrong-token');
  });

  it('sees nothing more once it is stopped', async () => {
    const stopped = follow();
    await isConnected();
    stopped.stop();
    follow();
    await isConnected();
    await admin.create(namespace('life-late-dev'));
    await eventually(20, () =>
      expect(view.namespaces.seen.find('life-late-dev')).toBeDefined(),
    );
    expect(stopped.namespaces.seen.find('life-late-dev')).toBeUndefined();
    expect(stopped.status.state).toBe('connected');
  });
});
