import { mockServices } from '@backstage/backend-test-utils';
import { eventually } from '@caas/backend-testing/processes';
import { startSandbox, type Sandbox } from '@caas/sandbox';
import { createAccount } from '../__testUtils__/accounts';
import { NOW, later } from '../__testUtils__/applySets';
import { definitionOf } from '../__testUtils__/portal';
import { credentialOf } from '../clients/credentialOf';
import { DefaultKubernetesClient } from '../clients/DefaultKubernetesClient';
import type { ListPage } from '../clients/KubernetesClient';
import { RIGHTS } from '../domain/rights';
import { ClusterView } from './ClusterView';

jest.setTimeout(30_000);

describe('a cluster that does not accept the portal', () => {
  let sandbox: Sandbox;
  let view: ClusterView;
  let asked: string[];
  let now = NOW;
  const logger = mockServices.logger.mock();

  const follow = (readToken: () => string) => {
    asked = [];
    const definition = {
      ...definitionOf(sandbox.clusters.nonprod),
      readAccess: () => ({
        url: sandbox.clusters.nonprod.url,
        ca: sandbox.clusters.nonprod.ca,
        user: { token: readToken() },
      }),
    };
    const client = DefaultKubernetesClient.create({ definition });
    const list = client.list.bind(client);
    client.list = async (path, options): Promise<ListPage> => {
      asked.push(path);
      return list(path, options);
    };
    view = new ClusterView({
      cluster: 'nonprod',
      client,
      credential: () => credentialOf(definition),
      clock: { now: () => now },
      logger,
      onConnected: () => {},
      onTouched: () => {},
    });
    view.start();
  };

  beforeAll(async () => {
    sandbox = await startSandbox({});
  });
  beforeEach(() => {
    now = NOW;
  });
  afterEach(() => view.stop());
  afterAll(() => sandbox.close());

  it('is left alone with a wrong token, and asked at once with a new one', async () => {
    let token = 'worn-out';
    follow(() => token);
    await eventually(20, () =>
      expect(view.status).toEqual({
        state: 'unauthorized',
        since: NOW,
        reason:
          "Cluster 'nonprod' does not accept the portal's token: give the cluster another one, where it is registered",
      }),
    );
    // Each resource has asked once, and none comes again before a minute has passed.
    const once = await eventually(20, () => {
      expect(new Set(asked).size).toBeGreaterThan(8);
      return asked.length;
    });
    expect(once).toBe(new Set(asked).size);
    now = later(90);
    token = sandbox.clusters.nonprod.token;
    await eventually(20, () =>
      expect(view.status).toMatchObject({ state: 'connected', since: now }),
    );
  });

  it('is said to let the portal see nothing, when it refuses all', async () => {
    const token = await createAccount(sandbox.clusters.nonprod, 'no-one', []);
    follow(() => token);
    await eventually(20, () =>
      expect(view.status).toMatchObject({
        state: 'unauthorized',
        reason:
          "Cluster 'nonprod' lets the portal see nothing: give its service account the rights that the portal needs",
      }),
    );
    expect(view.gaps.length).toBeGreaterThan(0);
  });

  it('is connected when it shows anything', async () => {
    const token = await createAccount(sandbox.clusters.nonprod, 'some-one', [
      { apiGroups: [''], resources: ['nodes'], verbs: ['list', 'watch'] },
    ]);
    follow(() => token);
    await eventually(20, () => expect(view.status.state).toBe('connected'));
    expect(view.nodes.seen.size).toBe(6);
  });

  it('has been asked about a right for each resource that is followed', async () => {
    follow(() => sandbox.clusters.nonprod.token);
    await eventually(20, () => expect(view.status.state).toBe('connected'));
    const covered = new Set(
      RIGHTS.filter(({ verbs }) => verbs.includes('list')).map(
        ({ group, resource }) => `${group}/${resource}`,
      ),
    );
    const followed = asked.map(path => {
      const parts = path.split('/');
      return parts[1] === 'api'
        ? `/${parts[3]}`
        : `${parts[2]}/${parts.at(-1)}`;
    });
    expect(followed.filter(each => !covered.has(each))).toEqual([]);
  });
});
