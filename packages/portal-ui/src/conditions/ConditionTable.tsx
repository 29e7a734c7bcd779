import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { StatusTag } from '../status';
import { DateTime } from '../time';
import { portalUiTranslationRef } from '../translation';
import { conditionTone, type ConditionRow } from './conditionTone';
import styles from './ConditionTable.module.css';

/** @public */
export type ConditionTableProps = { conditions: ConditionRow[] };

/**
 * Kubernetes-style conditions: what is so, why, and since when.
 *
 * @public
 */
export function ConditionTable({ conditions }: ConditionTableProps) {
  const { t } = useTranslationRef(portalUiTranslationRef);
  if (conditions.length === 0) {
    return <Text color="secondary">{t('condition.none')}</Text>;
  }
  const words = {
    True: t('condition.true'),
    False: t('condition.false'),
    Unknown: t('condition.unknown'),
  };
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('condition.type')}</th>
            <th scope="col">{t('condition.status')}</th>
            <th scope="col">{t('condition.reason')}</th>
            <th scope="col">{t('condition.since')}</th>
          </tr>
        </thead>
        <tbody>
          {conditions.map(condition => (
            <tr key={condition.type}>
              <th scope="row">{condition.type}</th>
              <td>
                <StatusTag
                  tone={conditionTone(condition)}
                  label={words[condition.status]}
                />
              </td>
              <td>
                {condition.reason}
                {condition.message && (
                  <Text as="p" variant="body-small" color="secondary">
                    {condition.message}
                  </Text>
                )}
              </td>
              <td>
                <DateTime value={condition.lastTransitionTime} relative />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
