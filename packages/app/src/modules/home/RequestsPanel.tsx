import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import type { RequestSummary } from '@caas/plugin-approvals-common';
import { RequestStateTag, useRequests } from '@caas/plugin-approvals-react';
import { useTenantNames } from '@caas/plugin-tenancy-react';
import { DateTime, LoadableView, Section, useBilingual } from '@caas/portal-ui';
import { requestRouteRef, requestsRouteRef } from './routes';
import { homeTranslationRef } from './translation';
import styles from './HomePage.module.css';

const SHOWN = 5;

/** The newest requests that wait for the person's decision, or that the person made; the count leads to all. */
export function RequestsPanel({ view }: { view: 'to-decide' | 'mine' }) {
  const { t } = useTranslationRef(homeTranslationRef);
  const requests = useRequests({ view, limit: SHOWN });
  const all = useRouteRef(requestsRouteRef);
  const words = view === 'mine' ? 'mine' : 'toDecide';
  return (
    <Section
      title={t(`${words}.title`)}
      actions={
        all && (
          <Link href={`${all()}?view=${view}`}>
            {t('all')}
            {requests.status === 'data' && ` (${requests.data.totalCount})`}
          </Link>
        )
      }
    >
      <LoadableView
        loadable={requests}
        empty={{
          when: page => page.totalCount === 0,
          title: t(`${words}.empty`),
          description: t(`${words}.emptyHelp`),
        }}
      >
        {page => <RequestLines requests={page.items} />}
      </LoadableView>
    </Section>
  );
}

function RequestLines({ requests }: { requests: RequestSummary[] }) {
  const toRequest = useRouteRef(requestRouteRef);
  const bilingual = useBilingual();
  const tenantName = useTenantNames();
  return (
    <ul className={styles.lines}>
      {requests.map(request => (
        <li key={request.id} className={styles.line}>
          <div className={styles.what}>
            {toRequest ? (
              <Link href={toRequest({ id: request.id })}>
                {bilingual(request.title)}
              </Link>
            ) : (
              <Text>{bilingual(request.title)}</Text>
            )}
            <Text as="p" variant="body-small" color="secondary">
              {tenantName(request.tenant)} ·{' '}
              <DateTime value={request.updatedAt} relative />
            </Text>
          </div>
          <RequestStateTag state={request.state} />
        </li>
      ))}
    </ul>
  );
}
