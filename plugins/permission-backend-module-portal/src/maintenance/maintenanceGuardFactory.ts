import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { maintenanceGuard } from './maintenanceGuard';

const maintenanceGuardRef = createServiceRef<object>({
  id: 'portal.maintenance-guard',
  scope: 'plugin',
});

/**
 * Puts the guard in front of the routes of every plugin, stock ones included.
 *
 * @remarks
 * Nobody asks for this service. It is made for each plugin before the services that the plugin asks for, so the guard
 * is the first thing in the plugin's router, before the routes of the scheduler and of the actions registry.
 *
 * @public
 */
export const maintenanceGuardFactory = createServiceFactory({
  service: maintenanceGuardRef,
  initialization: 'always',
  deps: {
    httpAuth: coreServices.httpAuth,
    httpRouter: coreServices.httpRouter,
    permissions: coreServices.permissions,
  },
  factory({ httpRouter, ...services }) {
    httpRouter.use(maintenanceGuard(services));
    return {};
  },
});
