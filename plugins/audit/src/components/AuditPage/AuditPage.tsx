import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { AuditEvent } from '@caas/plugin-audit-common';
import { PagedTable, PageFrame } from '@caas/portal-ui';
import { useSearchParams } from 'react-router-dom';
import { auditApiRef } from '../../api';
import { readFilter, writeFilter } from '../../auditFilter';
import { auditTranslationRef } from '../../translation';
import { AuditEventDialog } from '../AuditEventDialog';
import { AuditFilters } from '../AuditFilters';
import { useAuditColumns } from './useAuditColumns';

/** The audit trail, newest first. */
export function AuditPage() {
  const { t } = useTranslationRef(auditTranslationRef);
  const api = useApi(auditApiRef);
  const [search, setSearch] = useSearchParams();
  const filter = readFilter(search);
  const [opened, setOpened] = useState<AuditEvent>();
  const columns = useAuditColumns(setOpened);
  return (
    <PageFrame title={t('page.title')} description={t('page.description')}>
      <AuditFilters
        // Another address, by the back button say, fills the fields anew.
        key={search.toString()}
        filter={filter}
        onChange={next => setSearch(writeFilter(next))}
      />
      <PagedTable
        label={t('page.title')}
        columns={columns}
        dependencies={[filter]}
        load={range => api.events.list({ ...range, ...filter })}
        deniedHelp={t('page.deniedHelp')}
        empty={{ title: t('page.empty'), description: t('page.emptyHelp') }}
      />
      <AuditEventDialog event={opened} onClose={() => setOpened(undefined)} />
    </PageFrame>
  );
}
