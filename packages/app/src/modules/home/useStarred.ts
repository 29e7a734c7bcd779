import { useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  catalogApiRef,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import { useLoadable, type Loadable } from '@caas/portal-ui';
import {
  SUMMARY_FIELDS,
  summarizeEntity,
  type EntitySummary,
} from './entitySummary';

/**
 * The stock store says "nothing is starred" before it has asked the server, and again when that is really so. An empty
 * set counts once it has stood this long.
 */
const SETTLE_MILLISECONDS = 800;

/** The entities that the person starred and may still see, by title. Without stars the catalog is not asked. */
export function useStarred(): Loadable<EntitySummary[]> {
  const catalog = useApi(catalogApiRef);
  const refs = useStarredRefs();
  const loaded = useLoadable(async () => {
    if (!refs || refs.length === 0) return [];
    const { items } = await catalog.getEntitiesByRefs({
      entityRefs: refs,
      fields: SUMMARY_FIELDS,
    });
    return items
      .flatMap(entity => (entity ? [summarizeEntity(entity)] : []))
      .sort((a, b) => a.title.localeCompare(b.title, 'zh'));
  }, [catalog, refs?.join()]);
  return refs ? loaded : { status: 'loading' };
}

function useStarredRefs(): string[] | undefined {
  const api = useApi(starredEntitiesApiRef);
  const [refs, setRefs] = useState<string[]>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const subscription = api.starredEntitie$().subscribe(set => {
      clearTimeout(timer);
      const next = [...set].sort();
      if (next.length > 0) setRefs(next);
      else timer = setTimeout(() => setRefs([]), SETTLE_MILLISECONDS);
    });
    return () => {
      clearTimeout(timer);
      subscription.unsubscribe();
    };
  }, [api]);
  return refs;
}
