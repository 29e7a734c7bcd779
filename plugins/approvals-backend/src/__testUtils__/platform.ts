import {
  coreServices,
  createServiceFactory,
  type AuditorService,
} from '@backstage/backend-plugin-api';
import {
  notificationService,
  type NotificationSendOptions,
} from '@backstage/plugin-notifications-node';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { contractPlugin, mockPolicy } from '@caas/backend-testing';
import {
  requestKindProviderContract,
  RESOURCE_TYPE_REQUEST,
} from '@caas/plugin-approvals-common';
import {
  requestKindHandlers,
  type RequestKindProvider,
} from '@caas/plugin-approvals-node';
import { tenancyContract } from '@caas/plugin-tenancy-common';
import type { FakeKindProviders } from '../clients/FakeKindProviders';
import type { FakePeopleDirectory } from '../clients/FakePeopleDirectory';

/** Tenancy, as far as it says who holds a role. */
export function fakeTenancyPlugin(people: FakePeopleDirectory) {
  const { holders } = tenancyContract.memberships;
  return contractPlugin({
    pluginId: 'tenancy',
    contract: { memberships: { holders } },
    handlers: os =>
      os.router({
        memberships: {
          holders: os.memberships.holders.handler(
            async ({ input: { role, tenant } }) => ({
              users:
                people.holders.get(tenant ? `${role}@${tenant}` : role) ?? [],
            }),
          ),
        },
      }),
  });
}

/** A domain that owns the request kind `demo.make`, served as every domain serves its kinds. */
export function fakeDemoPlugin(provider: FakeKindProviders) {
  const demo: RequestKindProvider = {
    validate: subject => provider.validate(subject),
    evidence: subject => provider.evidence(subject),
    reserve: subject => provider.reserve(subject),
    release: subject => provider.release(subject),
    execute: subject => provider.execute(subject),
    cancel: async subject => {
      await provider.cancel(subject);
    },
  };
  return contractPlugin({
    pluginId: 'demo',
    contract: requestKindProviderContract,
    handlers: os => os.router(requestKindHandlers(os, { 'demo.make': demo })),
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

/** An auditor that remembers how each event ended. */
export function fakeAuditor() {
  const endings: Array<{
    event: string;
    isSuccess: boolean;
    tenant: unknown;
  }> = [];
  const feature = createServiceFactory({
    service: coreServices.auditor,
    deps: {},
    factory: (): AuditorService => ({
      createEvent: async ({ eventId: event }) => {
        const end =
          (isSuccess: boolean) =>
          async (ending?: { meta?: { tenant?: unknown } }) =>
            void endings.push({
              event,
              isSuccess,
              tenant: ending?.meta?.tenant,
            });
        return { success: end(true), fail: end(false) };
      },
    }),
  });
  return { endings, feature };
}

const resourceType = RESOURCE_TYPE_REQUEST;

/**
 * What the portal's policy says: everything to platform administrators; to a member the requests of their
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
      'approvals.request.cancel': inTenant,
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
  return mockPolicy((user, permission) => decide(user, permission.name));
}
