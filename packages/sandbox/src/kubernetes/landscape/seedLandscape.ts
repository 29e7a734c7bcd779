import { ResourceService } from '../api/ResourceService';
import type { ObjectStore } from '../storage/ObjectStore';
import { cacheObjects } from './cacheObjects';
import { clusterOf, LANDSCAPES } from './landscape';
import { namespaceObjects } from './namespaceObjects';
import { serviceObjects } from './serviceObjects';

/** Who has put the services there: whoever changes them finds it in their managed fields. */
const MANAGER = 'release-pipeline';

/** Puts the services of the catalog that belong there on a cluster, as their teams would have released them. */
export function seedLandscape(store: ObjectStore, cluster: string): void {
  const resources = new ResourceService(store, store.now);
  const objects = LANDSCAPES.flatMap(landscape =>
    landscape.environments
      .filter(environment => clusterOf(environment) === cluster)
      .flatMap(environment => [
        ...namespaceObjects(landscape, environment),
        ...landscape.services
          .filter(({ environments }) =>
            environments ? environments.includes(environment) : true,
          )
          .flatMap(service => serviceObjects(landscape, service, environment)),
        ...(landscape.caches ?? []).flatMap(cache =>
          cacheObjects(landscape, cache, environment),
        ),
      ]),
  );
  for (const object of objects) {
    resources.create(store.kinds.of(object), object, {
      fieldManager: MANAGER,
      subresource: undefined,
      dryRun: false,
      force: false,
      strict: false,
    });
  }
}
