import { useApi } from '@backstage/core-plugin-api';
import { approvalsApiRef } from '@caas/plugin-approvals-react';
import { useBilingual, useLoadable } from '@caas/portal-ui';

/** Answers the title of a request kind by its name; the name itself while titles load, and for kinds that are gone. */
export function useKindTitles(): (kind: string) => string {
  const api = useApi(approvalsApiRef);
  const bilingual = useBilingual();
  const kinds = useLoadable(() => api.kinds.list({}), [api]);
  return name => {
    const known =
      kinds.status === 'data' &&
      kinds.data.items.find(({ kind }) => kind === name);
    return known ? bilingual(known.title) : name;
  };
}
