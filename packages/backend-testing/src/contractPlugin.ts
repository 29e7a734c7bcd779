import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  createContractRouter,
  type ContractRouterOptions,
} from '@caas/contract-node';
import type { AnyContractRouter } from '@orpc/contract';

/**
 * A plugin that serves a contract, or a part of one, and does nothing else: it stands for another domain in a test.
 *
 * @public
 */
export function contractPlugin<C extends AnyContractRouter>(
  options: { pluginId: string } & Pick<
    ContractRouterOptions<C>,
    'contract' | 'handlers'
  >,
) {
  const { pluginId, contract, handlers } = options;
  return createBackendPlugin({
    pluginId,
    register(env) {
      env.registerInit({
        deps: {
          auditor: coreServices.auditor,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          logger: coreServices.logger,
          permissions: coreServices.permissions,
        },
        async init({ httpRouter, ...services }) {
          httpRouter.use(
            createContractRouter({
              title: pluginId,
              contract,
              services,
              handlers,
            }),
          );
        },
      });
    },
  });
}
