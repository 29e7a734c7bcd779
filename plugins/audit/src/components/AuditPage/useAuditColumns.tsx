import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, Cell, CellText, type ColumnConfig } from '@backstage/ui';
import type { AuditEvent } from '@caas/plugin-audit-common';
import { DateTime, StatusTag, type StatusTone } from '@caas/portal-ui';
import { RiFileSearchLine } from '@remixicon/react';
import { auditTranslationRef } from '../../translation';
import { Actor } from '../Actor';

const OUTCOME_TONES: Record<AuditEvent['outcome'], StatusTone> = {
  started: 'neutral',
  succeeded: 'success',
  failed: 'danger',
};

const SEVERITY_TONES: Record<AuditEvent['severity'], StatusTone> = {
  low: 'neutral',
  medium: 'info',
  high: 'warning',
  critical: 'danger',
};

/** Columns of the audit trail. */
export function useAuditColumns(
  onOpen: (event: AuditEvent) => void,
): ColumnConfig<AuditEvent>[] {
  const { t } = useTranslationRef(auditTranslationRef);
  return useMemo(
    () => [
      {
        id: 'time',
        label: t('column.time'),
        cell: event => (
          <Cell>
            <DateTime value={event.startedAt} />
          </Cell>
        ),
      },
      {
        id: 'who',
        label: t('column.who'),
        cell: event => (
          <Cell>
            <Actor actor={event.actor} />
          </Cell>
        ),
      },
      {
        id: 'what',
        label: t('column.what'),
        isRowHeader: true,
        cell: event => (
          <CellText title={event.eventId} description={event.pluginId} />
        ),
      },
      {
        id: 'outcome',
        label: t('column.outcome'),
        cell: event => (
          <Cell>
            <StatusTag
              tone={OUTCOME_TONES[event.outcome]}
              label={t(`outcome.${event.outcome}`)}
            />
          </Cell>
        ),
      },
      {
        id: 'severity',
        label: t('column.severity'),
        cell: event => (
          <Cell>
            <StatusTag
              tone={SEVERITY_TONES[event.severity]}
              label={t(`severity.${event.severity}`)}
            />
          </Cell>
        ),
      },
      {
        id: 'from',
        label: t('column.from'),
        cell: event => (
          <CellText title={event.ip ?? '–'} description={event.request} />
        ),
      },
      {
        id: 'details',
        label: t('column.details'),
        cell: event => (
          <Cell>
            <ButtonIcon
              variant="tertiary"
              size="small"
              icon={<RiFileSearchLine />}
              aria-label={t('details.open', { event: event.eventId })}
              onPress={() => onOpen(event)}
            />
          </Cell>
        ),
      },
    ],
    [t, onOpen],
  );
}
