import { useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { useApi } from '@backstage/core-plugin-api';
import {
  toastApiRef,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import type { RequestKind } from '@caas/plugin-approvals-common';
import {
  approvalsApiRef,
  type RequestKindScreens,
} from '@caas/plugin-approvals-react';
import { LoadableView } from '@caas/portal-ui';
import { useKindScreens } from '../../requestKinds';
import { requestRouteRef } from '../../routes';
import { approvalsTranslationRef } from '../../translation';
import { KindStep } from './KindStep';
import { readPrefill, withoutPrefill } from './prefill';
import { RequestWizard } from './RequestWizard';
import { draftKey } from './storedDraft';
import type { Submission } from './useRequestForm';
import { useStepParam } from './useStepParam';
import { WizardFrame, type StepMemory } from './WizardFrame';

/** The step before the form of the kind. */
const KIND_STEP = 'kind';
const TOAST_MILLISECONDS = 5000;

/** From the choice of a kind and a tenant to the request. */
export function NewRequestWizard(props: {
  kinds: RequestKind[];
  person: string;
  kind: string;
  tenant: string;
  cancelHref: string;
}) {
  const { kinds, person, kind, tenant, cancelHref } = props;
  const { t } = useTranslationRef(approvalsTranslationRef);
  const [, setSearch] = useSearchParams();
  const [step, goTo] = useStepParam();
  const memory: StepMemory = useRef();
  const [drafts, setDrafts] = useState(0);
  const screens = useKindScreens(kind);
  const firstStep = { id: KIND_STEP, title: t('wizard.what') };

  if (!kind || !tenant || step === KIND_STEP) {
    return (
      <WizardFrame
        steps={[
          firstStep,
          { id: 'form', title: t('wizard.form') },
          { id: 'review', title: t('wizard.review') },
        ]}
        current={KIND_STEP}
        memory={memory}
      >
        <KindStep
          kinds={kinds}
          kind={kind}
          tenant={tenant}
          cancelHref={cancelHref}
          onChange={choice =>
            setSearch(
              before => {
                const next = new URLSearchParams(before);
                Object.entries(choice).forEach(([name, value]) =>
                  next.set(name, value),
                );
                next.set('step', KIND_STEP);
                return next;
              },
              { replace: true },
            )
          }
          onNext={() => goTo(null)}
        />
      </WizardFrame>
    );
  }
  return (
    <LoadableView loadable={screens}>
      {found =>
        found && (
          <KindWizard
            key={`${kind}/${tenant}/${drafts}`}
            kind={kind}
            tenant={tenant}
            screens={found}
            storageKey={draftKey(person, kind)}
            before={{ step: firstStep, onBack: () => goTo(KIND_STEP) }}
            memory={memory}
            cancelHref={cancelHref}
            onStartOver={() => {
              goTo(null);
              setDrafts(count => count + 1);
            }}
          />
        )
      }
    </LoadableView>
  );
}

/** The wizard of one kind, which leads to the request that it made. */
function KindWizard(props: {
  kind: string;
  tenant: string;
  screens: RequestKindScreens;
  storageKey: string;
  before: Parameters<typeof RequestWizard>[0]['before'];
  memory: StepMemory;
  cancelHref: string;
  onStartOver(): void;
}) {
  const { kind, tenant, screens, cancelHref } = props;
  const api = useApi(approvalsApiRef);
  const toasts = useApi(toastApiRef);
  const { t } = useTranslationRef(approvalsTranslationRef);
  const navigate = useNavigate();
  const requestHref = useRouteRef(requestRouteRef);
  const [search, setSearch] = useSearchParams();
  const [prefill] = useState(() => readPrefill(search, screens));
  const isFresh = Object.keys(prefill).length > 0;
  useEffect(() => {
    if (isFresh) setSearch(withoutPrefill, { replace: true });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what the address filled in is taken out of it once
  }, []);

  const submit = async (submission: Submission) => {
    const request = await api.requests.submit({ kind, tenant, ...submission });
    toasts.post({
      title: t('form.submitted'),
      status: 'success',
      timeout: TOAST_MILLISECONDS,
    });
    navigate(requestHref?.({ id: request.id }) ?? cancelHref);
  };

  return (
    <RequestWizard
      {...props}
      initial={{
        payload: { ...screens.initialPayload, ...prefill },
        purpose: '',
        isFresh,
      }}
      submitLabel={t('form.submit')}
      onSubmit={submit}
    />
  );
}
