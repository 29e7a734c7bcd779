import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  type HttpAuthService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import {
  eventsServiceRef,
  type EventsService,
  type EventsServiceSubscribeOptions,
} from '@backstage/plugin-events-node';
import permissionPlugin from '@backstage/plugin-permission-backend';
import { contractPlugin } from '@caas/backend-testing';
import {
  LABELS,
  RESOURCE_TYPE_CLUSTER_NAMESPACE,
} from '@caas/plugin-clusters-common';
import {
  TENANCY_ROLES_CHANGED_TOPIC,
  tenancyContract,
  type Memberships,
} from '@caas/plugin-tenancy-common';
import request from 'supertest';
import policyModule from './index';

const LI_WEI = 'user:default/li-wei';
const ZHANG_MIN = 'user:default/zhang-min';
const CHEN_JING = 'user:default/chen-jing';
const WU_DI = 'user:default/wu-di';
const ZHAO_LEI = 'user:default/zhao-lei';

const roles: Record<string, Pick<Memberships, 'platformRoles' | 'tenants'>> = {
  [LI_WEI]: {
    platformRoles: [],
    tenants: [
      {
        code: 'life',
        name: '',
        nameEn: '',
        roles: ['developer'],
        permissions: [],
      },
    ],
  },
  [ZHANG_MIN]: {
    platformRoles: [],
    tenants: [
      {
        code: 'property',
        name: '',
        nameEn: '',
        roles: ['developer'],
        permissions: [],
      },
    ],
  },
  [WU_DI]: {
    platformRoles: [],
    tenants: [
      { code: 'life', name: '', nameEn: '', roles: [], permissions: [] },
    ],
  },
  [CHEN_JING]: { platformRoles: ['platform-admin'], tenants: [] },
};

const subscriptions: EventsServiceSubscribeOptions[] = [];
/** The events of all plugins, as one process has them. */
const events: EventsService = {
  publish: async params => {
    const heard = subscriptions.filter(({ topics }) =>
      topics.includes(params.topic),
    );
    await Promise.all(heard.map(({ onEvent }) => onEvent(params)));
  },
  subscribe: async subscription => void subscriptions.push(subscription),
};

/** Tenancy as the policy sees it: it does not know Zhao Lei, and fails. */
const tenancy = contractPlugin({
  pluginId: 'tenancy',
  contract: { memberships: { get: tenancyContract.memberships.get } },
  handlers: os =>
    os.router({
      memberships: {
        get: os.memberships.get.handler(({ input }) => {
          if (!roles[input.user]) throw new Error('database is down');
          return { user: input.user, ...roles[input.user] };
        }),
      },
    }),
});

const entity = (
  name: string,
  type: string,
  owner: string,
  labels?: Record<string, string>,
) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name,
    labels,
    annotations: {
      'backstage.io/managed-by-location': 'test:tenancy',
      'backstage.io/managed-by-origin-location': 'test:tenancy',
    },
  },
  spec: { type, owner },
});

const catalogContent = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'content',
  register(env) {
    env.registerInit({
      deps: { catalog: catalogProcessingExtensionPoint },
      async init({ catalog }) {
        catalog.addEntityProvider({
          getProviderName: () => 'content',
          connect: connection =>
            connection.applyMutation({
              type: 'full',
              entities: [
                entity('life-pay-dev', 'kubernetes-namespace', 'group:life', {
                  [LABELS.tenant]: 'life',
                }),
                entity('claims-db', 'database', 'group:property'),
              ].map(deferred => ({ entity: deferred, locationKey: 'test' })),
            }),
        });
      },
    });
  },
});

/** A real token says that a plugin asks on behalf of a person, and conditions are answered to plugins only. */
const httpAuthNamingThePlugin = createServiceFactory({
  service: coreServices.httpAuth,
  deps: { plugin: coreServices.pluginMetadata },
  factory({ plugin }) {
    const httpAuth = mockServices.httpAuth({ pluginId: plugin.getId() });
    const credentials = async (
      ...args: Parameters<HttpAuthService['credentials']>
    ) => {
      const { principal } = await httpAuth.credentials(...args);
      const { userEntityRef } = principal as { userEntityRef?: string };
      return userEntityRef && plugin.getId() === 'permission'
        ? mockCredentials.user(userEntityRef, {
            actor: { subject: 'plugin:catalog' },
          })
        : httpAuth.credentials(...args);
    };
    return {
      credentials: credentials as HttpAuthService['credentials'],
      issueUserCookie: httpAuth.issueUserCookie.bind(httpAuth),
    };
  },
});

describe('the policy in a backend', () => {
  let server: Parameters<typeof request>[0];
  beforeAll(async () => {
    ({ server } = await startTestBackend({
      features: [
        permissionPlugin,
        policyModule,
        permissionsServiceFactory,
        httpAuthNamingThePlugin,
        catalogPlugin,
        catalogContent,
        tenancy,
        createServiceFactory({
          service: eventsServiceRef,
          deps: {},
          factory: () => events,
        }),
        mockServices.rootConfig.factory({
          data: {
            permission: { enabled: true },
            catalog: { processingInterval: { seconds: 1 } },
          },
        }),
      ],
    }));
    // The catalog brings its entities together in the background.
    const deadline = Date.now() + 30_000;
    while ((await namesSeenBy(CHEN_JING)).length < 2) {
      if (Date.now() > deadline) throw new Error('The catalog stayed empty');
    }
  }, 60_000);

  async function namesSeenBy(user: string): Promise<string[]> {
    const response = await request(server)
      .get('/api/catalog/entities/by-query?fields=metadata.name')
      .set('authorization', mockCredentials.user.header(user));
    return (response.body.items ?? [])
      .map((item: { metadata: { name: string } }) => item.metadata.name)
      .sort();
  }

  it('shows a namespace to the tenant that owns it and to the platform', async () => {
    await expect(namesSeenBy(LI_WEI)).resolves.toEqual([
      'claims-db',
      'life-pay-dev',
    ]);
    await expect(namesSeenBy(CHEN_JING)).resolves.toEqual([
      'claims-db',
      'life-pay-dev',
    ]);
  });

  it('hides it from another tenant as if it were not there', async () => {
    await expect(namesSeenBy(ZHANG_MIN)).resolves.toEqual(['claims-db']);
    const statusOf = async (name: string) => {
      const { status } = await request(server)
        .get(`/api/catalog/entities/by-name/resource/default/${name}`)
        .set('authorization', mockCredentials.user.header(ZHANG_MIN));
      return status;
    };
    await expect(statusOf('life-pay-dev')).resolves.toBe(404);
    await expect(statusOf('there-is-none')).resolves.toBe(404);
  });

  it('decides by a custom role with the first request after it was given, and taken', async () => {
    const decisionFor = async (user: string) => {
      const { body } = await request(server)
        .post('/api/permission/authorize')
        .set('authorization', mockCredentials.user.header(user))
        .send({
          items: [
            {
              id: '1',
              permission: {
                type: 'resource',
                name: 'clusters.workload.scale',
                attributes: { action: 'update' },
                resourceType: RESOURCE_TYPE_CLUSTER_NAMESPACE,
              },
            },
          ],
        })
        .expect(200);
      return body.items[0].result;
    };
    const give = async (permissions: string[]) => {
      roles[WU_DI].tenants[0].permissions = permissions;
      await events.publish({
        topic: TENANCY_ROLES_CHANGED_TOPIC,
        eventPayload: { tenant: 'life' },
      });
    };
    await expect(decisionFor(WU_DI)).resolves.toBe('DENY');
    await give(['clusters.workload.scale']);
    await expect(decisionFor(WU_DI)).resolves.toBe('CONDITIONAL');
    await give([]);
    await expect(decisionFor(WU_DI)).resolves.toBe('DENY');
  });

  it('goes on with what everybody may do, and denies the rest, when tenancy fails', async () => {
    await expect(namesSeenBy(ZHAO_LEI)).resolves.toEqual(['claims-db']);
    const { body } = await request(server)
      .post('/api/permission/authorize')
      .set('authorization', mockCredentials.user.header(ZHAO_LEI))
      .send({
        items: [
          {
            id: '1',
            permission: {
              type: 'basic',
              name: 'scaffolder.task.create',
              attributes: { action: 'create' },
            },
          },
        ],
      })
      .expect(200);
    expect(body.items).toEqual([{ id: '1', result: 'DENY' }]);
  });
});
