import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import type { AuditFilter } from '../../auditFilter';
import { auditTranslationRef } from '../../translation';
import styles from './AuditFilters.module.css';

/** What the trail is narrowed by now, each with a button that takes it away: a link may have brought it. */
export function ActiveFilters(props: {
  filter: AuditFilter;
  onChange(filter: AuditFilter): void;
}) {
  const { filter, onChange } = props;
  const lines = useLines(filter);
  const { t } = useTranslationRef(auditTranslationRef);
  if (lines.length === 0) return null;
  return (
    <ul className={styles.active} aria-label={t('filter.active')}>
      {lines.map(({ id, name, value }) => (
        <li key={id}>
          <Button
            variant="secondary"
            size="small"
            iconEnd={<RiCloseLine />}
            aria-label={t('filter.remove', { name })}
            onPress={() => onChange({ ...filter, [id]: undefined })}
          >
            {t('filter.activeOne', { name, value })}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function useLines(filter: AuditFilter) {
  const { t } = useTranslationRef(auditTranslationRef);
  const { outcome, severity } = filter;
  return [
    { id: 'tenant', name: t('filter.tenant'), value: filter.tenant },
    { id: 'actor', name: t('filter.actor'), value: filter.actor },
    { id: 'pluginId', name: t('filter.plugin'), value: filter.pluginId },
    { id: 'eventId', name: t('filter.event'), value: filter.eventId },
    {
      id: 'outcome',
      name: t('filter.outcome'),
      value: outcome && t(`outcome.${outcome}`),
    },
    {
      id: 'severity',
      name: t('filter.severity'),
      value: severity && t(`severity.${severity}`),
    },
  ].flatMap(({ value, ...line }) => (value ? [{ ...line, value }] : []));
}
