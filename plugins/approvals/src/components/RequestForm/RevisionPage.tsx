import { useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useApi } from '@backstage/core-plugin-api';
import {
  useRouteRef,
  useRouteRefParams,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type {
  RequestDetail,
  RequestPayload,
} from '@caas/plugin-approvals-common';
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
import { RequestWizard } from './RequestWizard';
import { draftKey } from './storedDraft';
import type { StepMemory } from './WizardFrame';

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
  const { id, kind, tenant, payload, purpose, requester, revision } = request;
  const api = useApi(approvalsApiRef);
  const { t } = useTranslationRef(approvalsTranslationRef);
  const navigate = useNavigate();
  const screens = useKindScreens(kind);
  const reason = returnReason(request);
  const memory: StepMemory = useRef();
  const [drafts, setDrafts] = useState(0);
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
            <RequestWizard
              key={drafts}
              kind={kind}
              tenant={tenant}
              screens={found}
              revises={id}
              initial={{
                payload: fieldsOfForm(payload, found.initialPayload),
                purpose,
              }}
              storageKey={draftKey(requester, `${id}@${revision}`)}
              memory={memory}
              submitLabel={t('revision.submit')}
              cancelHref={requestHref}
              onSubmit={async draft => {
                await api.requests.revise({
                  id,
                  payload: draft.payload,
                  purpose: draft.purpose,
                });
                navigate(requestHref);
              }}
              onStartOver={() => setDrafts(count => count + 1)}
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

/** What the form asks for, of a payload to which its owner has added what held when it was submitted. */
function fieldsOfForm(
  payload: RequestPayload,
  initialPayload: RequestPayload,
): RequestPayload {
  return Object.fromEntries(
    Object.entries(initialPayload).map(([field, initial]) => [
      field,
      payload[field] ?? initial,
    ]),
  );
}

/** What the approver wrote who returned it last. */
function returnReason({ stages }: RequestDetail): string | undefined {
  return stages
    .flatMap(({ decisions }) => decisions)
    .filter(({ verdict }) => verdict === 'return')
    .sort((a, b) => b.at.localeCompare(a.at))[0]?.comment;
}
