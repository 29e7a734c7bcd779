import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { RequestDetail } from '@caas/plugin-approvals-common';
import { RequestStateTag } from '@caas/plugin-approvals-react';
import {
  PersonLink,
  useTenancyWords,
  useTenantNames,
} from '@caas/plugin-tenancy-react';
import { DateTime, FactList, Section } from '@caas/portal-ui';
import { useKindTitles } from '../../requestKinds';
import { tenantRouteRef } from '../../routes';
import { approvalsTranslationRef } from '../../translation';
import { environmentText } from '../environmentText';
import styles from './RequestFacts.module.css';

/** Who asks for what, for whom, since when; and what pins the decision down: the payload's hash and the rule. */
export function RequestFacts({ request }: { request: RequestDetail }) {
  const { t } = useTranslationRef(approvalsTranslationRef);
  const words = useTenancyWords();
  const tenantName = useTenantNames();
  const kindTitle = useKindTitles();
  const tenantHref = useRouteRef(tenantRouteRef)?.({ code: request.tenant });
  const tenant = tenantName(request.tenant);
  return (
    <Section title={t('facts.title')}>
      <FactList
        facts={[
          {
            label: t('facts.state'),
            value: <RequestStateTag state={request.state} />,
          },
          { label: t('facts.kind'), value: kindTitle(request.kind) },
          {
            label: t('facts.tenant'),
            value: tenantHref ? (
              <Link href={tenantHref}>{tenant}</Link>
            ) : (
              tenant
            ),
          },
          {
            label: t('facts.environment'),
            value: environmentText(request.environment, words),
          },
          {
            label: t('facts.requester'),
            value: <PersonLink person={request.requester} />,
          },
          {
            label: t('facts.createdAt'),
            value: <DateTime value={request.createdAt} />,
          },
          {
            label: t('facts.updatedAt'),
            value: <DateTime value={request.updatedAt} relative />,
          },
          ...(request.expiresAt
            ? [
                {
                  label: t('facts.expiresAt'),
                  value: <DateTime value={request.expiresAt} relative />,
                },
              ]
            : []),
          { label: t('facts.revision'), value: String(request.revision) },
          {
            label: t('facts.policy'),
            value: request.policy && (
              <span className={styles.code}>
                {request.policy.rule} @ {request.policy.version}
              </span>
            ),
          },
          {
            label: t('facts.payloadHash'),
            value: <code className={styles.code}>{request.payloadHash}</code>,
          },
          {
            label: t('facts.id'),
            value: <code className={styles.code}>{request.id}</code>,
          },
        ]}
      />
    </Section>
  );
}
