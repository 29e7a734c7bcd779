import { ApiBlueprint, type ApiRef } from '@backstage/frontend-plugin-api';

/**
 * An API extension that gives out a fake: in place of a plugin's own, or of that of a plugin that is not there.
 *
 * @public
 */
export function fakeApi<T>(api: ApiRef<T>, fake: T) {
  return ApiBlueprint.make({
    params: define => define({ api, deps: {}, factory: () => fake }),
  });
}
