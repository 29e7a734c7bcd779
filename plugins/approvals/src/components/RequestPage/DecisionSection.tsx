import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { RequestDetail } from '@caas/plugin-approvals-common';
import { Section, useBilingual, useLoadable } from '@caas/portal-ui';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { approvalsTranslationRef } from '../../translation';
import { DecisionForm } from './DecisionForm';
import { whyNotDecide } from './whyNotDecide';

/** Where an approver decides; others read why they may not. */
export function DecisionSection(props: {
  request: RequestDetail;
  onDecided?: () => void;
}) {
  const { request, onDecided } = props;
  const { t } = useTranslationRef(approvalsTranslationRef);
  return (
    <Section title={t('decision.title')}>
      {request.can.decide ? (
        <DecisionForm request={request} onDecided={onDecided} />
      ) : (
        <Refusal request={request} />
      )}
    </Section>
  );
}

function Refusal({ request }: { request: RequestDetail }) {
  const { t } = useTranslationRef(approvalsTranslationRef);
  const bilingual = useBilingual();
  const identity = useApi(identityApiRef);
  const person = useLoadable(() => identity.getBackstageIdentity(), [identity]);
  if (person.status === 'loading') return null;
  const refusal =
    person.status === 'data'
      ? whyNotDecide(request, person.data.userEntityRef)
      : undefined;
  const { reason } = request.can;
  const other = reason ? bilingual(reason) : t('decision.refusal.other');
  return (
    <Alert
      status="info"
      icon
      title={t('decision.refused')}
      description={refusal ? t(`decision.refusal.${refusal}`) : other}
    />
  );
}
