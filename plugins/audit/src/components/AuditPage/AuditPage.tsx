import { useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { AuditEvent } from '@caas/plugin-audit-common';
import { PagedTable, PageFrame } from '@caas/portal-ui';
import { useSearchParams } from 'react-router-dom';
import { auditApiRef } from '../../api';
import { readFilter, writeFilter, type AuditFilter } from '../../auditFilter';
import { auditTranslationRef } from '../../translation';
import { AuditEventDialog } from '../AuditEventDialog';
import { ActiveFilters, AuditFilters } from '../AuditFilters';
import { useAuditColumns } from './useAuditColumns';

/** The audit trail, newest first. */
export function AuditPage() {
  const { t } = useTranslationRef(auditTranslationRef);
  const [search, setSearch] = useSearchParams();
  const filter = readFilter(search);
  const [opened, setOpened] = useState<AuditEvent>();
  const columns = useAuditColumns(setOpened);
  const load = useStablePages(filter);
  return (
    <PageFrame title={t('page.title')} description={t('page.description')}>
      <AuditFilters
        // Another address, by the back button say, fills the fields anew.
        key={search.toString()}
        filter={filter}
        onChange={next => setSearch(writeFilter(next))}
      />
      <ActiveFilters
        filter={filter}
        onChange={next => setSearch(writeFilter(next))}
      />
      <PagedTable
        label={t('page.title')}
        columns={columns}
        dependencies={[filter]}
        load={load}
        deniedHelp={t('page.deniedHelp')}
        empty={{ title: t('page.empty'), description: t('page.emptyHelp') }}
      />
      <AuditEventDialog event={opened} onClose={() => setOpened(undefined)} />
    </PageFrame>
  );
}

/**
 * Asks for pages of one and the same list: events that arrive while the person turns pages would move the later ones.
 * So these end where the first page, when it was loaded, began.
 */
function useStablePages(filter: AuditFilter) {
  const api = useApi(auditApiRef);
  const end = useRef<string>();
  return async (range: { limit: number; offset: number }) => {
    const isFirst = range.offset === 0;
    const page = await api.events.list({
      ...range,
      ...filter,
      to: isFirst ? undefined : end.current,
    });
    if (isFirst) end.current = justAfter(page.items[0]?.startedAt);
    return page;
  };
}

/** The end of a span of time is not part of it. */
function justAfter(instant: string | undefined): string | undefined {
  return instant && new Date(Date.parse(instant) + 1).toISOString();
}
