import { useSearchParams } from 'react-router-dom';
import { useApi } from '@backstage/core-plugin-api';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RequestKind } from '@caas/plugin-approvals-common';
import { approvalsApiRef } from '@caas/plugin-approvals-react';
import {
  LoadableView,
  PageFrame,
  useBilingual,
  useLoadable,
} from '@caas/portal-ui';
import { useRequestKinds } from '../../requestKinds';
import { rootRouteRef } from '../../routes';
import { approvalsTranslationRef } from '../../translation';
import { KindList } from './KindList';
import { NewRequestForm } from './NewRequestForm';

/**
 * Makes a request. `?kind=` and `?tenant=` choose beforehand; a kind that is the only one is chosen by itself.
 */
export function NewRequestPage() {
  const { t } = useTranslationRef(approvalsTranslationRef);
  const bilingual = useBilingual();
  const listHref = useRouteRef(rootRouteRef)?.() ?? '';
  const [search] = useSearchParams();
  const kinds = useAskableKinds();
  const chosen = chooseKind(
    kinds.status === 'data' ? kinds.data : [],
    search.get('kind'),
  );
  return (
    <PageFrame
      title={chosen ? bilingual(chosen.title) : t('form.newTitle')}
      description={chosen && bilingual(chosen.description)}
      breadcrumbs={[{ label: t('list.title'), href: listHref }]}
    >
      <LoadableView
        loadable={kinds}
        empty={{
          when: items => items.length === 0,
          title: t('kinds.none'),
          description: t('kinds.noneHelp'),
        }}
      >
        {items =>
          chosen ? (
            <NewRequestForm
              key={chosen.kind}
              kind={chosen.kind}
              tenant={search.get('tenant') ?? ''}
              cancelHref={listHref}
            />
          ) : (
            <KindList kinds={items} />
          )
        }
      </LoadableView>
    </PageFrame>
  );
}

/** The kinds that are announced and have a form. */
function useAskableKinds() {
  const api = useApi(approvalsApiRef);
  const extensions = useRequestKinds();
  return useLoadable(async () => {
    const { items } = await api.kinds.list({});
    return items.filter(({ kind }) =>
      extensions.some(extension => extension.kind === kind),
    );
  }, [api, extensions]);
}

function chooseKind(
  kinds: RequestKind[],
  wanted: string | null,
): RequestKind | undefined {
  if (kinds.length === 1) return kinds[0];
  return kinds.find(({ kind }) => kind === wanted);
}
