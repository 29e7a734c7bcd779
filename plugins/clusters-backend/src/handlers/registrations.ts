import type { ContractBuilder } from '@caas/contract-node';
import type { ClustersContract } from '@caas/plugin-clusters-common';
import type { RegistrationService } from '../services/RegistrationService';

/** Handlers of clusters that are registered in the portal. Audit events name a cluster and its address, never a token. */
export function registrationHandlers(
  os: ContractBuilder<ClustersContract>,
  registrations: RegistrationService,
) {
  return {
    registrations: {
      test: os.registrations.test.handler(async ({ input, context }) => {
        context.note({ url: input.url });
        const test = await registrations.test(input);
        context.note({ isUsable: test.isUsable });
        return test;
      }),
      register: os.registrations.register.handler(
        async ({ input, context }) => {
          const { name, url, environments } = input;
          context.note({ name, url, environments });
          return registrations.register(input, context.actor!);
        },
      ),
      get: os.registrations.get.handler(({ input }) =>
        registrations.get(input.cluster),
      ),
      testChange: os.registrations.testChange.handler(
        async ({ input, context }) => {
          context.note({ name: input.cluster, url: input.url });
          const test = await registrations.testChange(input);
          context.note({ isUsable: test.isUsable });
          return test;
        },
      ),
      update: os.registrations.update.handler(async ({ input, context }) => {
        const { cluster: name, url, environments, token, version } = input;
        const isTokenChanged = token !== '';
        context.note({ name, url, environments, version, isTokenChanged });
        return registrations.update(input, context.actor!);
      }),
      remove: os.registrations.remove.handler(async ({ input, context }) => {
        const { cluster, version, leaveApplySets } = input;
        context.note({ name: cluster, version, leaveApplySets });
        const applySetsLeft = await registrations.remove(input, context.actor!);
        context.note({ applySetsLeft });
        return { cluster, applySetsLeft };
      }),
    },
  };
}
