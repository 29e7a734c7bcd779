import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { DefaultHttpAuthService } from '@backstage/backend-defaults/httpAuth';
import { askCatalog } from './askCatalog';
import { KnownPeople } from './KnownPeople';
import { refuseRemovedPeople } from './refuseRemovedPeople';

/**
 * Backstage's `httpAuth`, which besides asks the catalog whether the person of a token is still there.
 *
 * @remarks
 * A token counts for an hour and nothing can call it back. Whoever leaves the house, and so the catalog, is refused
 * within half a minute by every plugin, stock ones included.
 *
 * @public
 */
export const httpAuthOfKnownPeopleFactory = createServiceFactory({
  service: coreServices.httpAuth,
  deps: {
    auth: coreServices.auth,
    discovery: coreServices.discovery,
    plugin: coreServices.pluginMetadata,
  },
  createRootContext: () => new KnownPeople(() => Date.now()),
  factory({ auth, discovery, plugin }, people) {
    const ask = askCatalog({ auth, discovery });
    return DefaultHttpAuthService.create({
      auth: refuseRemovedPeople(auth, ref => people.isKnown(ref, ask)),
      discovery,
      pluginId: plugin.getId(),
    });
  },
});
