import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import type { ClusterConnections } from './ClusterConnections';
import { clusterConnectionsServiceRef } from './clusterConnectionsServiceRef';

const CONNECTION = {
  name: 'dr',
  title: '容灾集群',
  url: 'https://10.0.0.3:6443',
  token: 'of-the-cluster',
};

/** A plugin that gets the service and does something with it. */
const plugin = (pluginId: string, use: (found: ClusterConnections) => void) =>
  createBackendPlugin({
    pluginId,
    register(env) {
      env.registerInit({
        deps: { connections: clusterConnectionsServiceRef },
        async init({ connections }) {
          use(connections);
        },
      });
    },
  });

describe('the connections to clusters', () => {
  it('go from clusters to kubernetes, as they are at the time of asking', async () => {
    let offered = [CONNECTION];
    let taking: ClusterConnections | undefined;
    await startTestBackend({
      features: [
        plugin('kubernetes', found => {
          taking = found;
        }),
        plugin('clusters', found => found.offer(() => offered)),
      ],
    });
    expect(taking?.list()).toEqual([CONNECTION]);
    offered = [];
    expect(taking?.list()).toEqual([]);
  });

  it('are none as long as nobody offers any', async () => {
    let found: unknown;
    await startTestBackend({
      features: [
        plugin('kubernetes', connections => {
          found = connections.list();
        }),
      ],
    });
    expect(found).toEqual([]);
  });

  it.each([
    ['another plugin', 'tenancy', () => {}, 'may not have the connections'],
    [
      'clusters, which only offers',
      'clusters',
      (found: ClusterConnections) => void found.list(),
      'may not take connections',
    ],
    [
      'kubernetes, which only takes',
      'kubernetes',
      (found: ClusterConnections) => found.offer(() => []),
      'may not offer connections',
    ],
  ])('refuse %s', async (_who, id, use, sentence) => {
    await expect(
      startTestBackend({ features: [plugin(id, use)] }),
    ).rejects.toThrow(
      expect.objectContaining({
        stack: expect.stringContaining(sentence),
      }),
    );
  });
});
