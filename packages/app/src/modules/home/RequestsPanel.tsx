import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Link, Text } from '@backstage/ui';
import type { RequestSummary } from '@caas/plugin-approvals-common';
import {
  RequestStateTag,
  type RequestsPage,
} from '@caas/plugin-approvals-react';
import { NAMESPACE_CREATE } from '@caas/plugin-tenancy-common';
import { DateTime, useBilingual, type Loadable } from '@caas/portal-ui';
import { Panel } from './Panel';
import {
  newRequestRouteRef,
  requestRouteRef,
  requestsRouteRef,
} from './routes';
import { homeTranslationRef } from './translation';
import styles from './HomePage.module.css';

/** The newest requests that wait for the person's decision, or that the person made; the count leads to all. */
export function RequestsPanel(props: {
  view: 'to-decide' | 'mine';
  requests: Loadable<RequestsPage>;
  tenantName(code: string): string;
}) {
  const { view, requests, tenantName } = props;
  const { t } = useTranslationRef(homeTranslationRef);
  const all = useRouteRef(requestsRouteRef);
  const newRequest = useRouteRef(newRequestRouteRef);
  const words = view === 'mine' ? 'mine' : 'toDecide';
  return (
    <Panel
      title={t(`${words}.title`)}
      loadable={requests}
      all={
        all && {
          href: `${all()}?view=${view}`,
          count: page => page.totalCount,
        }
      }
      empty={{
        when: page => page.totalCount === 0,
        title: t(`${words}.empty`),
        description: t(`${words}.emptyHelp`),
        action: view === 'mine' && newRequest && (
          <ButtonLink
            variant="secondary"
            href={`${newRequest()}?kind=${NAMESPACE_CREATE}`}
          >
            {t('mine.emptyAction')}
          </ButtonLink>
        ),
      }}
    >
      {page => (
        <ul className={styles.lines}>
          {page.items.map(request => (
            <RequestLine
              key={request.id}
              request={request}
              view={view}
              tenantName={tenantName}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function RequestLine(props: {
  request: RequestSummary;
  view: 'to-decide' | 'mine';
  tenantName(code: string): string;
}) {
  const { request, view, tenantName } = props;
  const toRequest = useRouteRef(requestRouteRef);
  const bilingual = useBilingual();
  const title = bilingual(request.title);
  return (
    <li className={styles.line}>
      <div className={styles.what}>
        {toRequest ? (
          <Link href={toRequest({ id: request.id })}>{title}</Link>
        ) : (
          <Text>{title}</Text>
        )}
        <Text as="p" variant="body-small" color="secondary">
          {tenantName(request.tenant)} ·{' '}
          <DateTime value={request.updatedAt} relative />
        </Text>
        {view === 'to-decide' && request.dueAt && (
          <DueTime dueAt={request.dueAt} />
        )}
      </div>
      <RequestStateTag state={request.state} />
    </li>
  );
}

/** When a decision is due; it stands out once that is over. */
function DueTime({ dueAt }: { dueAt: string }) {
  const { t } = useTranslationRef(homeTranslationRef);
  const isOverdue = Date.parse(dueAt) <= Date.now();
  return (
    <Text
      as="p"
      variant="body-small"
      weight={isOverdue ? 'bold' : 'regular'}
      color={isOverdue ? 'danger' : 'secondary'}
    >
      {isOverdue ? t('toDecide.overdue') : t('toDecide.due')}{' '}
      <DateTime value={dueAt} relative />
    </Text>
  );
}
