import {
  useRouteRef,
  useRouteRefParams,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Flex } from '@backstage/ui';
import type { RequestDetail } from '@caas/plugin-approvals-common';
import { useRequest } from '@caas/plugin-approvals-react';
import {
  LoadableView,
  MainAndSide,
  PageFrame,
  Section,
  useBilingual,
} from '@caas/portal-ui';
import { requestRouteRef, rootRouteRef } from '../../routes';
import { approvalsTranslationRef } from '../../translation';
import { CommentForm } from '../Comments';
import { EvidenceView } from '../Evidence';
import { StageList } from '../Stages';
import { Timeline } from '../Timeline';
import { ChangesSection } from './ChangesSection';
import { DecisionSection } from './DecisionSection';
import { ExecutionSection } from './ExecutionSection';
import { PayloadSection } from './PayloadSection';
import { RequestActions } from './RequestActions';
import { RequestFacts } from './RequestFacts';
import { SimilarSection } from './SimilarSection';

/** One request: what is asked for, why, who decides, and how far it is. */
export function RequestPage() {
  const { id } = useRouteRefParams(requestRouteRef);
  const { t } = useTranslationRef(approvalsTranslationRef);
  const bilingual = useBilingual();
  const listHref = useRouteRef(rootRouteRef)?.() ?? '';
  const request = useRequest(id);
  const reload = request.status === 'data' ? request.retry : undefined;
  return (
    <PageFrame
      title={
        request.status === 'data'
          ? bilingual(request.data.title)
          : t('request.title')
      }
      breadcrumbs={[{ label: t('list.title'), href: listHref }]}
      actions={
        request.status === 'data' &&
        reload && <RequestActions request={request.data} onChanged={reload} />
      }
    >
      <LoadableView loadable={request}>
        {found => <RequestBody request={found} onChanged={reload} />}
      </LoadableView>
    </PageFrame>
  );
}

function RequestBody(props: {
  request: RequestDetail;
  onChanged?: () => void;
}) {
  const { request, onChanged } = props;
  const { t } = useTranslationRef(approvalsTranslationRef);
  return (
    <MainAndSide
      side={
        <>
          <RequestFacts request={request} />
          <Section title={t('stage.title')}>
            <StageList stages={request.stages} />
          </Section>
          <Section title={t('timeline.title')}>
            <Flex direction="column" gap="4">
              <Timeline entries={request.timeline} />
              <CommentForm requestId={request.id} onCommented={onChanged} />
            </Flex>
          </Section>
        </>
      }
    >
      {request.state === 'pending' && (
        <DecisionSection
          // Another version is another thing to decide.
          key={request.version}
          request={request}
          onDecided={onChanged}
        />
      )}
      <ExecutionSection request={request} />
      <PayloadSection request={request} />
      <ChangesSection request={request} />
      {request.evidence && (
        <Section title={t('evidence.title')}>
          <EvidenceView evidence={request.evidence} />
        </Section>
      )}
      {request.state === 'pending' && <SimilarSection requestId={request.id} />}
    </MainAndSide>
  );
}
