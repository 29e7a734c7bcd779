import { useSearchParams } from 'react-router-dom';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RequestKind } from '@caas/plugin-approvals-common';
import { approvalsApiRef } from '@caas/plugin-approvals-react';
import { useAskableTenants } from '@caas/plugin-tenancy-react';
import {
  LoadableView,
  LoadingState,
  PageFrame,
  useBilingual,
  useLoadable,
} from '@caas/portal-ui';
import { useRequestKinds } from '../../requestKinds';
import { rootRouteRef } from '../../routes';
import { approvalsTranslationRef } from '../../translation';
import { NewRequestWizard } from './NewRequestWizard';

/**
 * Makes a request. `?kind=` and `?tenant=` choose beforehand, and `?payload.<field>=` fills in; a kind or a tenant that is
 * the only one is chosen by itself.
 */
export function NewRequestPage() {
  const { t } = useTranslationRef(approvalsTranslationRef);
  const bilingual = useBilingual();
  const listHref = useRouteRef(rootRouteRef)?.() ?? '';
  const [search] = useSearchParams();
  const start = useAskableKinds();
  const tenants = useAskableTenants();
  const chosen =
    start.status === 'data'
      ? chooseKind(start.data.kinds, search.get('kind'))
      : undefined;
  return (
    <PageFrame
      title={chosen ? bilingual(chosen.title) : t('form.newTitle')}
      description={chosen && bilingual(chosen.description)}
      breadcrumbs={[{ label: t('list.title'), href: listHref }]}
    >
      <LoadableView
        loadable={start}
        empty={{
          when: ({ kinds }) => kinds.length === 0,
          title: t('kinds.none'),
          description: t('kinds.noneHelp'),
        }}
      >
        {({ kinds, person }) =>
          tenants.status === 'loading' ? (
            <LoadingState rows={3} />
          ) : (
            <NewRequestWizard
              kinds={kinds}
              person={person}
              kind={chosen?.kind ?? ''}
              tenant={chooseTenant(
                // Why they cannot be had is said where the person would choose one.
                tenants.status === 'data'
                  ? tenants.data.map(({ code }) => code)
                  : [],
                search.get('tenant'),
              )}
              cancelHref={listHref}
            />
          )
        }
      </LoadableView>
    </PageFrame>
  );
}

/** The kinds that are announced and have a form, and who asks. */
function useAskableKinds() {
  const api = useApi(approvalsApiRef);
  const identity = useApi(identityApiRef);
  const extensions = useRequestKinds();
  return useLoadable(async () => {
    const [{ items }, { userEntityRef }] = await Promise.all([
      api.kinds.list({}),
      identity.getBackstageIdentity(),
    ]);
    return {
      person: userEntityRef,
      kinds: items.filter(({ kind }) =>
        extensions.some(extension => extension.kind === kind),
      ),
    };
  }, [api, identity, extensions]);
}

function chooseKind(
  kinds: RequestKind[],
  wanted: string | null,
): RequestKind | undefined {
  if (kinds.length === 1) return kinds[0];
  return kinds.find(({ kind }) => kind === wanted);
}

function chooseTenant(codes: string[], wanted: string | null): string {
  if (codes.length === 1) return codes[0];
  return codes.find(code => code === wanted) ?? '';
}
