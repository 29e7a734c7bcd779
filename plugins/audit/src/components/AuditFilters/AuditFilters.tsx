import { useState, type FormEvent } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Select, TextField } from '@backstage/ui';
import { auditOutcome, auditSeverity } from '@caas/plugin-audit-common';
import type { AuditFilter } from '../../auditFilter';
import { auditTranslationRef } from '../../translation';
import styles from './AuditFilters.module.css';

const ANY = 'any';

/** Narrows the trail. The server compares whole values, so text is applied when the person is done with it. */
export function AuditFilters(props: {
  filter: AuditFilter;
  onChange(filter: AuditFilter): void;
}) {
  const { filter, onChange } = props;
  const { t } = useTranslationRef(auditTranslationRef);
  const [draft, setDraft] = useState(filter);
  const change = (part: AuditFilter) => setDraft({ ...draft, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChange(draft);
  };
  return (
    <form
      className={styles.filters}
      aria-label={t('filter.label')}
      onSubmit={submit}
    >
      <TextField
        label={t('filter.actor')}
        placeholder={t('filter.actorExample')}
        maxLength={300}
        value={draft.actor ?? ''}
        onChange={actor => change({ actor })}
      />
      <TextField
        label={t('filter.plugin')}
        placeholder={t('filter.pluginExample')}
        maxLength={100}
        value={draft.pluginId ?? ''}
        onChange={pluginId => change({ pluginId })}
      />
      <TextField
        label={t('filter.event')}
        placeholder={t('filter.eventExample')}
        maxLength={200}
        value={draft.eventId ?? ''}
        onChange={eventId => change({ eventId })}
      />
      <TextField
        label={t('filter.tenant')}
        placeholder={t('filter.tenantExample')}
        maxLength={63}
        value={draft.tenant ?? ''}
        onChange={tenant => change({ tenant })}
      />
      <Select
        label={t('filter.outcome')}
        value={draft.outcome ?? ANY}
        onChange={key => change({ outcome: auditOutcome.safeParse(key).data })}
        options={[
          { id: ANY, label: t('filter.any') },
          ...auditOutcome.options.map(id => ({
            id,
            label: t(`outcome.${id}`),
          })),
        ]}
      />
      <Select
        label={t('filter.severity')}
        value={draft.severity ?? ANY}
        onChange={key =>
          change({ severity: auditSeverity.safeParse(key).data })
        }
        options={[
          { id: ANY, label: t('filter.any') },
          ...auditSeverity.options.map(id => ({
            id,
            label: t(`severity.${id}`),
          })),
        ]}
      />
      <div className={styles.buttons}>
        <Button type="submit">{t('filter.apply')}</Button>
        <Button variant="secondary" onPress={() => onChange({})}>
          {t('filter.clear')}
        </Button>
      </div>
    </form>
  );
}
