import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { UsageHistory } from '@caas/plugin-clusters-common';
import { DateTime } from '@caas/portal-ui';
import { usageTranslationRef } from '../../usage/translation';
import { amountsOf, type Measure } from './seriesOf';
import { useAmountText } from './useAmountText';
import styles from './UsageTable.module.css';

/** The figures of the chart, the latest first. */
export function UsageTable(props: { history: UsageHistory; measure: Measure }) {
  const { history, measure } = props;
  const { t } = useTranslationRef(usageTranslationRef);
  const amountText = useAmountText(measure);
  const write = (amount: number | undefined) =>
    amount === undefined ? '–' : amountText(amount);
  const hasCapacity = history.points.some(({ allocatable }) => allocatable);
  return (
    <div
      className={styles.scroll}
      role="region"
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, by keyboard too
      tabIndex={0}
      aria-label={t('history.title')}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('history.at')}</th>
            {hasCapacity && <th scope="col">{t('capacity')}</th>}
            <th scope="col">{t('promised')}</th>
            <th scope="col">{t('used')}</th>
          </tr>
        </thead>
        <tbody>
          {[...history.points].reverse().map(point => {
            const { capacity, promised, used } = amountsOf(point, measure);
            return (
              <tr key={point.at}>
                <th scope="row">
                  <DateTime value={point.at} />
                </th>
                {hasCapacity && <td>{write(capacity)}</td>}
                <td>{write(promised)}</td>
                <td>{write(used)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
