import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useRequests } from '@caas/plugin-approvals-react';
import {
  useEndingLeases,
  useTenancyChanges,
  useTenancyWords,
  useTenants,
} from '@caas/plugin-tenancy-react';
import { PageFrame, useMyName, type Loadable } from '@caas/portal-ui';
import { Glance } from './Glance';
import { LeasesPanel } from './LeasesPanel';
import { MyEntitiesPanel } from './MyEntitiesPanel';
import { QuickActions } from './QuickActions';
import { RequestsPanel } from './RequestsPanel';
import { SearchForm } from './SearchForm';
import { StarredPanel } from './StarredPanel';
import { TenantUsePanel } from './TenantUsePanel';
import { homeTranslationRef } from './translation';
import { useMyEntities } from './useMyEntities';
import { useStarred } from './useStarred';
import { useVisits } from './visits';
import { VisitsPanel } from './VisitsPanel';
import styles from './HomePage.module.css';

const SHOWN_REQUESTS = 5;

/**
 * The workbench of the person who is signed in.
 *
 * @remarks
 * It is the first page of everybody, so each thing is asked for once, here, and handed to whoever shows it: the figures
 * count what the panels list.
 */
export function HomePage() {
  const { t } = useTranslationRef(homeTranslationRef);
  const name = useMyName();
  const toDecide = useRequests({ view: 'to-decide', limit: SHOWN_REQUESTS });
  const mine = useRequests({ view: 'mine', limit: SHOWN_REQUESTS });
  const tenants = useTenants();
  const leases = useEndingLeases({ reloadOn: useTenancyChanges() });
  const entities = useMyEntities();
  const starred = useStarred();
  const visits = useVisits();
  const words = useTenancyWords();
  const tenantName = (code: string) => {
    const known =
      tenants.status === 'data' && tenants.data.find(one => one.code === code);
    return known ? words.tenantName(known) : code;
  };
  return (
    <PageFrame title={t('greeting', { name })} description={t('subtitle')}>
      <SearchForm />
      <QuickActions />
      <Glance
        toDecide={select(toDecide, page => page.totalCount)}
        mine={select(mine, page => page.totalCount)}
        entities={select(entities, found => found.totalCount)}
        namespaces={select(tenants, found =>
          found.reduce((sum, tenant) => sum + tenant.namespaceCount, 0),
        )}
      />
      <div className={styles.panels}>
        <RequestsPanel
          view="to-decide"
          requests={toDecide}
          tenantName={tenantName}
        />
        <RequestsPanel view="mine" requests={mine} tenantName={tenantName} />
        <TenantUsePanel tenants={tenants} />
        <div className={styles.wide}>
          <MyEntitiesPanel entities={entities} />
        </div>
        <div className={styles.stack}>
          <LeasesPanel leases={leases} tenantName={tenantName} />
          <VisitsPanel visits={visits} />
          <StarredPanel starred={starred} />
        </div>
      </div>
    </PageFrame>
  );
}

/** One figure of something that loads, in the same state. */
function select<T>(
  loadable: Loadable<T>,
  read: (data: T) => number,
): Loadable<number> {
  return loadable.status === 'data'
    ? { ...loadable, data: read(loadable.data) }
    : loadable;
}
