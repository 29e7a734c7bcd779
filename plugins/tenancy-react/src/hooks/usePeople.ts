import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useLoadable, type Loadable } from '@caas/portal-ui';

/** More people than a list is searched in; whoever is not among them is found by their full reference. */
const PEOPLE_MAX = 1000;

/** A person to choose: entity ref, and name with the account's name. @public */
export type PersonOption = { id: string; label: string };

/**
 * The people of the catalog, by name.
 *
 * @public
 */
export function usePeople(): Loadable<PersonOption[]> {
  const catalog = useApi(catalogApiRef);
  return useLoadable(async () => {
    const { items } = await catalog.getEntities({
      filter: { kind: 'User' },
      fields: ['metadata.namespace', 'metadata.name', 'spec.profile'],
      limit: PEOPLE_MAX,
    });
    return items
      .map(({ metadata, spec }) => {
        const profile = spec?.profile as { displayName?: string } | undefined;
        const { name, namespace = 'default' } = metadata;
        const id = `user:${namespace}/${name}`.toLowerCase();
        return { id, label: `${profile?.displayName ?? name} (${name})` };
      })
      .sort((one, other) => one.label.localeCompare(other.label));
  }, [catalog]);
}
