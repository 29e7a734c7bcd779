import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import {
  notificationService,
  type NotificationSendOptions,
} from '@backstage/plugin-notifications-node';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { createContractRouter } from '@caas/contract-node';
import {
  requestKindProviderContract,
  RESOURCE_TYPE_REQUEST,
} from '@caas/plugin-approvals-common';
import { requestKindHandlers } from '@caas/plugin-approvals-node';
import { tenancyContract } from '@caas/plugin-tenancy-common';
import type { FakeKindProviders } from '../clients/FakeKindProviders';
import type { FakePeopleDirectory } from '../clients/FakePeopleDirectory';

const routerDependencies = {
  auditor: coreServices.auditor,
  httpAuth: coreServices.httpAuth,
  httpRouter: coreServices.httpRouter,
  logger: coreServices.logger,
  permissions: coreServices.permissions,
};

/** Tenancy, as far as it says who holds a role. */
export function fakeTenancyPlugin(people: FakePeopleDirectory) {
  return createBackendPlugin({
    pluginId: 'tenancy',
    register(env) {
      env.registerInit({
        deps: routerDependencies,
        async init({ httpRouter, ...services }) {
          const { holders } = tenancyContract.memberships;
          httpRouter.use(
            createContractRouter({
              title: 'Tenancy',
              contract: { memberships: { holders } },
              services,
              handlers: os =>
                os.router({
                  memberships: {
                    holders: os.memberships.holders.handler(
                      async ({ input: { role, tenant } }) => ({
                        users:
                          people.holders.get(
                            tenant ? `${role}@${tenant}` : role,
                          ) ?? [],
                      }),
                    ),
                  },
                }),
            }),
          );
        },
      });
    },
  });
}

/** A domain that owns the request kind `demo.make`, served as every domain serves its kinds. */
export function fakeDemoPlugin(provider: FakeKindProviders) {
  return createBackendPlugin({
    pluginId: 'demo',
    register(env) {
      env.registerInit({
        deps: routerDependencies,
        async init({ httpRouter, ...services }) {
          httpRouter.use(
            createContractRouter({
              title: 'Demo',
              contract: requestKindProviderContract,
              services,
              handlers: os =>
                os.router(requestKindHandlers(os, { 'demo.make': provider })),
            }),
          );
        },
      });
    },
  });
}

/** Notifications and signals that remember what they were given. */
export function fakeMessaging() {
  const sent: NotificationSendOptions[] = [];
  const published: Array<{ recipients: unknown; message: unknown }> = [];
  const features = [
    createServiceFactory({
      service: notificationService,
      deps: {},
      factory: () => ({ send: async options => void sent.push(options) }),
    }),
    createServiceFactory({
      service: signalsServiceRef,
      deps: {},
      factory: () => ({
        publish: async signal => void published.push(signal),
      }),
    }),
  ];
  return { sent, published, features };
}

const resourceType = RESOURCE_TYPE_REQUEST;

/**
 * What the portal's policy says: everything to services and platform administrators; to a member the requests of their
 * tenant and those that name them, to change only the latter.
 */
export function fakePolicy(options: {
  tenantOf: Record<string, string>;
  admins: string[];
}) {
  const decide = (user: string, permission: string): PolicyDecision => {
    if (options.admins.includes(user)) return { result: AuthorizeResult.ALLOW };
    const inTenant = {
      rule: 'IN_TENANTS',
      resourceType,
      params: { tenants: [options.tenantOf[user] ?? 'none'] },
    };
    const involved = {
      rule: 'INVOLVES',
      resourceType,
      params: { users: [user] },
    };
    const conditions = {
      'approvals.request.create': inTenant,
      'approvals.request.update': involved,
      'approvals.request.decide': involved,
      'approvals.request.retry': inTenant,
      'approvals.request.read': { anyOf: [inTenant, involved] },
    }[permission];
    return conditions
      ? {
          result: AuthorizeResult.CONDITIONAL,
          pluginId: 'approvals',
          resourceType,
          conditions: conditions as typeof inTenant,
        }
      : { result: AuthorizeResult.DENY };
  };
  return mockServices.permissions.mock({
    authorizeConditional: async (questions, { credentials } = {} as never) => {
      const { principal } = credentials as unknown as {
        principal: { type: string; userEntityRef: string };
      };
      return questions.map(({ permission }) =>
        principal.type === 'service'
          ? { result: AuthorizeResult.ALLOW }
          : decide(principal.userEntityRef, permission.name),
      );
    },
    authorize: async questions =>
      questions.map(() => ({ result: AuthorizeResult.ALLOW })),
  });
}
