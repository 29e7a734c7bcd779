import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Select, Text, TextField } from '@backstage/ui';
import { isProtectedKey, type TaintEffect } from '@caas/plugin-clusters-common';
import { actionsTranslationRef } from '../../actions/translation';
import { newEntry, type Entry } from './entries';
import styles from './EntryRows.module.css';

const EFFECTS: TaintEffect[] = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/** Labels or taints of a node, to be changed, taken away and added. Those of Kubernetes are only shown. */
export function EntryRows(props: {
  entries: Entry[];
  /** Of a taint that is added; labels have none. */
  effect?: TaintEffect;
  onChange(entries: Entry[]): void;
}) {
  const { entries, effect, onChange } = props;
  const { t } = useTranslationRef(actionsTranslationRef);
  const change = (entry: Entry, changes: Partial<Entry>) =>
    onChange(
      entries.map(each => (each === entry ? { ...entry, ...changes } : each)),
    );
  return (
    <Flex direction="column" gap="2">
      <ul className={styles.rows}>
        {entries.map(entry =>
          !entry.isNew && isProtectedKey(entry.key) ? (
            <li key={entry.id}>
              <Text as="span" color="secondary">
                <code>
                  {entry.key}={entry.value}
                  {entry.effect && `:${entry.effect}`}
                </code>{' '}
                {t('entry.protected')}
              </Text>
            </li>
          ) : (
            <li key={entry.id} className={styles.row}>
              <TextField
                aria-label={t('entry.key')}
                placeholder={t('entry.key')}
                value={entry.key}
                isReadOnly={!entry.isNew}
                onChange={key => change(entry, { key })}
                maxLength={317}
              />
              <TextField
                aria-label={t('entry.valueFor', { key: entry.key })}
                placeholder={t('entry.value')}
                value={entry.value}
                onChange={value => change(entry, { value })}
                maxLength={63}
              />
              {entry.effect && (
                <Select
                  aria-label={t('entry.effectFor', { key: entry.key })}
                  value={entry.effect}
                  isDisabled={!entry.isNew}
                  onChange={key =>
                    change(entry, { effect: key as TaintEffect })
                  }
                  options={EFFECTS.map(id => ({ id, label: id }))}
                />
              )}
              <Button
                size="small"
                variant="tertiary"
                aria-label={t('entry.removeOf', { key: entry.key })}
                onPress={() => onChange(entries.filter(each => each !== entry))}
              >
                {t('entry.remove')}
              </Button>
            </li>
          ),
        )}
      </ul>
      <div>
        <Button
          size="small"
          variant="secondary"
          onPress={() => onChange([...entries, newEntry(effect)])}
        >
          {t('entry.add')}
        </Button>
      </div>
    </Flex>
  );
}
