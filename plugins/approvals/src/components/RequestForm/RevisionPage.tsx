import { useNavigate } from 'react-router-dom';
import { useApi } from '@backstage/core-plugin-api';
import {
  useRouteRef,
  useRouteRefParams,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { RequestDetail } from '@caas/plugin-approvals-common';
import { approvalsApiRef } from '@caas/plugin-approvals-react';
import {
  EmptyState,
  LoadableView,
  PageFrame,
  useBilingual,
  useLoadable,
} from '@caas/portal-ui';
import { useKindScreens } from '../../requestKinds';
import { requestRouteRef, revisionRouteRef, rootRouteRef } from '../../routes';
import { approvalsTranslationRef } from '../../translation';
import { RequestForm } from './RequestForm';

/** Revises a request that was returned. */
export function RevisionPage() {
  const { id } = useRouteRefParams(revisionRouteRef);
  const api = useApi(approvalsApiRef);
  const { t } = useTranslationRef(approvalsTranslationRef);
  const bilingual = useBilingual();
  const listHref = useRouteRef(rootRouteRef)?.() ?? '';
  const requestHref = useRouteRef(requestRouteRef)?.({ id }) ?? '';
  // Not live: what the person types must not be replaced under their hands.
  const request = useLoadable(() => api.requests.get({ id }), [api, id]);
  return (
    <PageFrame
      title={t('revision.title')}
      description={
        request.status === 'data' ? bilingual(request.data.title) : undefined
      }
      breadcrumbs={[{ label: t('list.title'), href: listHref }]}
    >
      <LoadableView
        loadable={request}
        empty={{
          when: ({ can }) => !can.revise,
          title: t('revision.impossible'),
          description: t('revision.impossibleHelp'),
        }}
      >
        {found => <RevisionForm request={found} requestHref={requestHref} />}
      </LoadableView>
    </PageFrame>
  );
}

function RevisionForm(props: { request: RequestDetail; requestHref: string }) {
  const { request, requestHref } = props;
  const { id, kind, tenant, payload, purpose } = request;
  const api = useApi(approvalsApiRef);
  const { t } = useTranslationRef(approvalsTranslationRef);
  const navigate = useNavigate();
  const screens = useKindScreens(kind);
  const reason = returnReason(request);
  return (
    <LoadableView loadable={screens}>
      {found =>
        found ? (
          <>
            {reason && (
              <Alert
                status="warning"
                icon
                title={t('revision.returnedBecause')}
                description={reason}
              />
            )}
            <RequestForm
              kind={kind}
              screens={found}
              initial={{ tenant, payload, purpose }}
              isTenantFixed
              submitLabel={t('revision.submit')}
              cancelHref={requestHref}
              onSubmit={async draft => {
                await api.requests.revise({
                  id,
                  payload: draft.payload,
                  purpose: draft.purpose.trim(),
                });
                navigate(requestHref);
              }}
            />
          </>
        ) : (
          <EmptyState
            title={t('kinds.noScreens')}
            description={t('kinds.noScreensHelp')}
          />
        )
      }
    </LoadableView>
  );
}

/** What the approver wrote who returned it last. */
function returnReason({ stages }: RequestDetail): string | undefined {
  return stages
    .flatMap(({ decisions }) => decisions)
    .filter(({ verdict }) => verdict === 'return')
    .sort((a, b) => b.at.localeCompare(a.at))[0]?.comment;
}
