import { setTimeout } from 'node:timers/promises';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createFetchNamespaceAction } from './actions/fetchNamespace';
import { registerPortalActions } from './actions/registerPortalActions';
import { createSubmitRequestAction } from './actions/submitRequest';
import { DefaultPortal } from './services/DefaultPortal';
import type { Pace } from './services/followRequest';

const pace: Pace = {
  now: () => new Date(),
  // A pause that was cut short is only shorter.
  pause: (milliseconds, signal) =>
    setTimeout(milliseconds, undefined, { signal }).catch(() => undefined),
};

/**
 * Actions of templates, and of assistants, that apply for resources and find them.
 *
 * @public
 */
export const scaffolderModulePortal = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'portal',
  register({ registerInit }) {
    registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        actionsRegistry: actionsRegistryServiceRef,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
      },
      async init({ actions, actionsRegistry, auth, config, discovery }) {
        const portal = DefaultPortal.create({
          appUrl: config.getString('app.baseUrl'),
          auth,
          discovery,
        });
        actions.addActions(
          createSubmitRequestAction({ portal, pace }),
          createFetchNamespaceAction({ portal }),
        );
        registerPortalActions(actionsRegistry, { portal });
      },
    });
  },
});
