import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  catalogProcessingExtensionPoint,
  type EntityProvider,
  type EntityProviderMutation,
} from '@backstage/plugin-catalog-node';
import {
  eventsServiceRef,
  type EventsServiceSubscribeOptions,
} from '@backstage/plugin-events-node';
import { contractPlugin } from '@caas/backend-testing';
import {
  namespaceEntityRef,
  tenancyContract,
  usualResources,
  type Namespace,
} from '@caas/plugin-tenancy-common';
import { catalogModuleTenancy } from './module';

const namespace: Namespace = {
  id: 'ns-1',
  name: 'life-policy-dev',
  tenant: 'life',
  cluster: 'nonprod',
  environment: 'dev',
  resources: usualResources({
    cpuMillicores: 2000,
    memoryBytes: 4 * 2 ** 30,
  }),
  purpose: 'Policy service',
  state: 'ready',
  requestId: 'r1',
  requester: 'user:default/li-wei',
  createdAt: '2026-11-21T08:00:00.000Z',
};
const tenant = {
  code: 'life',
  name: '寿险',
  nameEn: 'Life insurance',
  state: 'active' as const,
  group: 'group:default/life',
  contacts: [],
  origin: 'file' as const,
  fileSays: [],
  version: 1,
  namespaceCount: 1,
  members: [],
  quotas: [],
  ownsGroup: false,
  departments: [],
  people: [],
};

/** Tenancy over HTTP, with a projection that tests change. */
function fakeTenancyPlugin(state: {
  namespaces: Namespace[];
  isDown: boolean;
}) {
  return contractPlugin({
    pluginId: 'tenancy',
    contract: { projection: tenancyContract.projection },
    handlers: os =>
      os.router({
        projection: {
          get: os.projection.get.handler(() => {
            if (state.isDown) {
              throw new ServiceUnavailableError('Tenancy is down');
            }
            return { tenants: [tenant], namespaces: state.namespaces };
          }),
        },
      }),
  });
}

describe('the projection of tenancy into the catalog', () => {
  const start = async () => {
    const tenancy = { namespaces: [namespace], isDown: false };
    const mutations: EntityProviderMutation[] = [];
    let subscription: EventsServiceSubscribeOptions | undefined;
    let provider: EntityProvider | undefined;
    await startTestBackend({
      extensionPoints: [
        [
          catalogProcessingExtensionPoint,
          {
            addEntityProvider(added: EntityProvider) {
              provider = added;
            },
          } as never,
        ],
      ],
      features: [
        catalogModuleTenancy,
        fakeTenancyPlugin(tenancy),
        mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
        createServiceFactory({
          service: eventsServiceRef,
          deps: {},
          factory: () => ({
            async publish() {},
            async subscribe(options: EventsServiceSubscribeOptions) {
              subscription = options;
            },
          }),
        }),
      ],
    });
    const publish = () =>
      subscription!.onEvent({
        topic: subscription!.topics[0],
        eventPayload: { tenant: 'life' },
      });
    await provider!.connect({
      applyMutation: async mutation => void mutations.push(mutation),
      refresh: async () => {},
    });
    /** What the catalog holds after these mutations, but for the clusters. */
    const shown = () => {
      const entities = new Map<string, Entity>();
      for (const mutation of mutations) {
        if (mutation.type === 'full') entities.clear();
        const added =
          mutation.type === 'full' ? mutation.entities : mutation.added;
        for (const { entity } of added) {
          entities.set(stringifyEntityRef(entity), entity);
        }
        for (const gone of mutation.type === 'delta' ? mutation.removed : []) {
          if ('entityRef' in gone) entities.delete(gone.entityRef);
        }
      }
      return [...entities.values()].filter(
        ({ spec }) => spec?.type !== 'kubernetes-cluster',
      );
    };
    return { tenancy, mutations, publish, shown };
  };

  it('shows every namespace as a resource of its tenant', async () => {
    const { publish, shown } = await start();
    await publish();
    expect(shown()).toEqual([
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Resource',
        metadata: expect.objectContaining({
          namespace: 'nonprod',
          name: 'life-policy-dev',
          description: '寿险 · nonprod · dev · 2 核 / 4Gi',
          tags: ['dev', 'nonprod'],
          annotations: expect.objectContaining({
            'caas.io/tenant': 'life',
            'caas.io/state': 'ready',
            'backstage.io/managed-by-location': 'tenancy:namespaces/ns-1',
          }),
        }),
        spec: {
          type: 'kubernetes-namespace',
          owner: 'group:default/life',
          dependsOn: ['resource:default/nonprod'],
        },
      },
    ]);
    expect(stringifyEntityRef(shown()[0])).toBe(namespaceEntityRef(namespace));
  });

  it('drops a namespace that is gone, and keeps all of them while tenancy is away', async () => {
    const { tenancy, mutations, publish, shown } = await start();
    await publish();
    tenancy.isDown = true;
    await publish();
    expect(mutations).toHaveLength(1);
    tenancy.isDown = false;
    tenancy.namespaces = [];
    await publish();
    expect(mutations).toHaveLength(2);
    expect(shown()).toEqual([]);
  });

  it('reads once more for any number of events during a reading', async () => {
    const { mutations, publish } = await start();
    await Promise.all([publish(), publish(), publish(), publish()]);
    expect(mutations.length).toBeLessThanOrEqual(2);
  });
});
