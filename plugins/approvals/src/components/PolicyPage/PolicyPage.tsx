import { useApi } from '@backstage/core-plugin-api';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type {
  PolicyInForce,
  PolicyProblem,
} from '@caas/plugin-approvals-common';
import { approvalsApiRef } from '@caas/plugin-approvals-react';
import {
  DateTime,
  FactList,
  LoadableView,
  MainAndSide,
  PageFrame,
  Section,
  useBilingual,
  useLoadable,
} from '@caas/portal-ui';
import { rootRouteRef } from '../../routes';
import { approvalsTranslationRef } from '../../translation';
import { PolicyEditor } from './PolicyEditor';
import { RuleList } from './RuleList';

/** The policy in force, what is wrong with its file, and a place to try another one. */
export function PolicyPage() {
  const api = useApi(approvalsApiRef);
  const { t } = useTranslationRef(approvalsTranslationRef);
  const listHref = useRouteRef(rootRouteRef)?.() ?? '';
  // Not live: what the person edits must not be replaced under their hands.
  const policy = useLoadable(() => api.policies.get({}), [api]);
  return (
    <PageFrame
      title={t('policy.title')}
      description={t('policy.description')}
      breadcrumbs={[{ label: t('list.title'), href: listHref }]}
    >
      <LoadableView loadable={policy}>
        {found => <PolicyBody policy={found} />}
      </LoadableView>
    </PageFrame>
  );
}

function PolicyBody({ policy }: { policy: PolicyInForce }) {
  const { t } = useTranslationRef(approvalsTranslationRef);
  return (
    <>
      {policy.problem && <ProblemAlert problem={policy.problem} />}
      <MainAndSide
        side={
          <>
            <Section title={t('policy.inForce')}>
              <FactList
                facts={[
                  { label: t('policy.version'), value: policy.version },
                  {
                    label: t('policy.readAt'),
                    value: <DateTime value={policy.readAt} />,
                  },
                  { label: t('policy.file'), value: policy.file },
                ]}
              />
            </Section>
            <Section title={t('policy.rules')}>
              <RuleList rules={policy.rules} />
            </Section>
          </>
        }
      >
        <PolicyEditor text={policy.text} />
      </MainAndSide>
    </>
  );
}

function ProblemAlert({ problem }: { problem: PolicyProblem }) {
  const { message, line, column } = problem;
  const { t } = useTranslationRef(approvalsTranslationRef);
  const bilingual = useBilingual();
  const place =
    line === undefined
      ? ''
      : t('policy.place', { line: String(line), column: String(column ?? 1) });
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={t('policy.broken')}
      description={[place, bilingual(message)].filter(Boolean).join(' ')}
    />
  );
}
